package dev.pleat.formats.build;

import java.util.Map;

/** Shortens chains of reshapes. */
final class Reshapes {
    private Reshapes() {}

    /** Lets every reshape read what the one before it reads, and removes those that change nothing. */
    static void merge(Network network) {
        for (Draft draft : network.all()) {
            if (!network.has(draft.name()) || !draft.is("Reshape")) {
                continue;
            }
            Draft source = network.get(network.get(draft.name()).input());
            while (source.is("Reshape") && !network.isOutput(source.name())) {
                source = network.get(source.input());
            }
            network.replace(network.get(draft.name()).reading(java.util.List.of(source.name())));
            if (source.shape().equals(draft.shape()) && !network.isOutput(draft.name())) {
                network.bypass(draft.name(), source.name());
            }
        }
    }

    /** Writes a reshape to one dimension as what it is. */
    static void flatten(Network network) {
        for (Draft draft : network.all()) {
            if (draft.is("Reshape") && draft.shape().rank() == 1) {
                network.replace(draft.as("Flatten", Map.of()));
            }
        }
    }
}
