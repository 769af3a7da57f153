package dev.pleat.formats.build;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Says why the language has no layers for an operation. The message names shapes and attributes, not the layer. */
public final class NotExpressible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofBatch;
    private final transient Map<String, String> reasons;

    /**
     * Creates one.
     *
     * @param reason why, without a full stop
     */
    public NotExpressible(String reason) {
        this(reason, false, Map.of());
    }

    private NotExpressible(String reason, boolean ofBatch, Map<String, String> reasons) {
        super(reason);
        this.ofBatch = ofBatch;
        this.reasons = reasons;
    }

    /** Returns one for several operations at once, by what they are called in the file. */
    static NotExpressible of(Map<String, String> reasons) {
        StringJoiner all = new StringJoiner("; ");
        reasons.forEach((origin, reason) -> all.add("'" + origin + "' " + reason));
        return new NotExpressible(all.toString(), false, new LinkedHashMap<>(reasons));
    }

    /** {@return why, by what the operations are called in the file; empty if it is one, which the caller knows} */
    public Map<String, String> reasons() {
        return reasons;
    }

    /**
     * Returns one for an operation that computes along the batch dimension, or across it.
     *
     * @param reason why, without a full stop
     * @return the exception
     */
    public static NotExpressible batch(String reason) {
        return new NotExpressible(reason, true, Map.of());
    }

    /** {@return whether it might be expressible if the first dimension were not a batch} */
    public boolean ofBatch() {
        return ofBatch;
    }
}
