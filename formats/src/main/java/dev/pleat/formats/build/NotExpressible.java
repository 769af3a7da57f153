package dev.pleat.formats.build;

/** Says why the language has no layers for an operation. The message names shapes and attributes, not the layer. */
public final class NotExpressible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofBatch;

    /**
     * Creates one.
     *
     * @param reason why, without a full stop
     */
    public NotExpressible(String reason) {
        this(reason, false);
    }

    private NotExpressible(String reason, boolean ofBatch) {
        super(reason);
        this.ofBatch = ofBatch;
    }

    /**
     * Returns one for an operation that computes along the batch dimension, or across it.
     *
     * @param reason why, without a full stop
     * @return the exception
     */
    public static NotExpressible batch(String reason) {
        return new NotExpressible(reason, true);
    }

    /** {@return whether it might be expressible if the first dimension were not a batch} */
    public boolean ofBatch() {
        return ofBatch;
    }
}
