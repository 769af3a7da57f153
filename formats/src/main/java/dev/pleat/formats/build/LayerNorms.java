package dev.pleat.formats.build;

import dev.pleat.DataFormat;
import java.util.List;
import java.util.Map;

/** Recognises {@code (x - mean(x)) / sqrt(mean((x - mean(x))^2) + epsilon)} over the last axis. */
final class LayerNorms {
    private LayerNorms() {}

    /** Returns the norm in the place of its division, null if it is none. */
    static Draft of(Network network, Draft division) {
        Draft centred = network.get(division.input());
        Draft root = network.get(division.layer().inputs().get(1));
        if (!centred.is("Subtract") || !root.is(Draft.SQRT)) {
            return null;
        }
        Draft x = network.get(centred.input());
        Draft sum = network.get(root.input());
        boolean centredByMean =
                isMean(network, network.get(centred.layer().inputs().get(1)), x);
        if (!centredByMean || !Affines.isScalar(sum) || sum.numbers("scale")[0] != 1) {
            return null;
        }
        double epsilon = sum.numbers("shift")[0];
        Draft square = meant(network, network.get(sum.input()));
        boolean squared = square != null
                && square.is("Multiply")
                && square.layer().inputs().equals(List.of(centred.name(), centred.name()))
                && isMean(network, network.get(sum.input()), square);
        if (!squared || epsilon <= 0) {
            return null;
        }
        Map<String, Object> attributes = new Attributes()
                .set("epsilon", epsilon)
                .set("center", false)
                .set("scale", false)
                .map();
        return division.as("LayerNormalization", attributes).reading(List.of(x.name()));
    }

    private static boolean isMean(Network network, Draft mean, Draft x) {
        Draft of = meant(network, mean);
        return of != null
                && of.name().equals(x.name())
                && mean.shape().equals(x.shape().with(x.shape().rank() - 1, 1));
    }

    /** Returns the layer whose mean over its last axis another is, null if it is no mean. */
    private static Draft meant(Network network, Draft draft) {
        Draft at = draft;
        while (at.is("Reshape")) {
            at = network.get(at.input());
        }
        boolean overLast = at.is("GlobalAveragePooling1D")
                && at.layer().attributes().get("dataFormat") == DataFormat.CHANNELS_FIRST;
        if (!overLast) {
            return null;
        }
        at = network.get(at.input());
        int last = at.shape().last();
        while (at.is("Reshape")) {
            at = network.get(at.input());
        }
        return at.shape().last() == last ? at : null;
    }
}
