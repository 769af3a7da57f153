package dev.pleat.formats.build;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes of a network as a file has it one that reads well: the same values, fewer layers. */
final class Tidying {
    /** Operations that are no layers, as they are called in files. */
    private static final Map<String, String> ONLY_IN_PATTERNS =
            Map.of(Draft.ERF, "an error function", Draft.SQRT, "a square root", Draft.DIVIDE, "a division of values");

    private final Network network;
    private final NetworkBuilder builder;

    Tidying(Network network, NetworkBuilder builder) {
        this.network = network;
        this.builder = builder;
    }

    void run() {
        removeUnread();
        Reshapes.merge(network);
        Patterns.recognise(network);
        Affines.compose(network);
        Patterns.recognise(network);
        removeUnread();
        Affines.intoNorms(network);
        Affines.intoBiases(network);
        Paddings.intoConvolutions(network);
        Patterns.activationsIntoLinear(network);
        Affines.realise(network);
        Reshapes.merge(network);
        removeUnread();
        Reshapes.flatten(network);
        checkComplete();
    }

    /** Removes the layers that lead to no output, inputs among them. */
    private void removeUnread() {
        Set<String> read = new HashSet<>();
        List<Draft> layers = network.all();
        Collections.reverse(layers);
        for (Draft draft : layers) {
            if (network.isOutput(draft.name()) || read.contains(draft.name())) {
                read.addAll(draft.layer().inputs());
                continue;
            }
            network.remove(draft.name());
            if (draft.is("Input")) {
                builder.note("the input '" + draft.layer().origin() + "' leads to no output and is left out");
            }
        }
    }

    private void checkComplete() {
        Map<String, String> left = new LinkedHashMap<>();
        for (Draft draft : network.all()) {
            String operation = ONLY_IN_PATTERNS.get(draft.layer().annotation());
            if (operation != null) {
                left.put(
                        draft.layer().origin(),
                        "is " + operation + ", which the language has only as a part of GELU or a layer norm");
            }
        }
        if (!left.isEmpty()) {
            throw NotExpressible.of(left);
        }
    }
}
