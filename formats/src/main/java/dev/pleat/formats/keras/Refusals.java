package dev.pleat.formats.keras;

import java.util.Set;

/** Why layers cannot be imported. */
final class Refusals {
    private static final Set<String> RECURRENT = Set.of(
            "RNN",
            "SimpleRNN",
            "LSTM",
            "GRU",
            "CuDNNLSTM",
            "CuDNNGRU",
            "ConvLSTM1D",
            "ConvLSTM2D",
            "ConvLSTM3D",
            "Bidirectional",
            "LSTMV1",
            "GRUV1",
            "StackedRNNCells");

    private Refusals() {}

    /** {@return the problem of a layer that the language does not have} */
    static String of(String path, KerasLayer layer) {
        String name = layer.className();
        String reason = "the language has no such layer";
        if (RECURRENT.contains(name)) {
            reason = "recurrent layers are not in the language";
        } else if (name.equals("Lambda")) {
            reason = "it is code, function = " + Attributes.shown(layer.config().get("function"));
        } else if (layer.isInput()) {
            reason = "it stands where it is not an input of the model";
        } else if (layer.config().containsKey("layers")) {
            reason = "it is a model of its own class, whose layers are called by code";
        }
        return "'%s' (%s): %s".formatted(path, name.isEmpty() ? "no class" : name, reason);
    }
}
