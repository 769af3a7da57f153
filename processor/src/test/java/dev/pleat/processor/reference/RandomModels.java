package dev.pleat.processor.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Random models that have a meaning, a different one for each seed.
 *
 * <p>Each has 3 to 14 layers, one or two inputs and one to three outputs. Every seed must use two cells of {@link Coverage},
 * so that {@link #SEEDS_OF_ALL} seeds in a row use all of them.
 */
public final class RandomModels {
    /** So many seeds in a row have every cell of {@link Coverage}. */
    public static final int SEEDS_OF_ALL = (Coverage.expected().size() + 1) / 2;

    private static final int MOST_LAYERS = 14;

    private static final List<String> MERGES =
            List.of("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate");

    // Layers of few cells, which would otherwise be few.
    private static final List<String> RARE = List.of(
            "RepeatVector",
            "RepeatVector",
            "Cropping1D",
            "Cropping2D",
            "ZeroPadding1D",
            "ZeroPadding2D",
            "UpSampling1D",
            "UpSampling2D",
            "UpSampling2D",
            "SpatialDropout1D",
            "SpatialDropout2D",
            "LayerNormalization",
            "Normalization",
            "Subtract",
            "Softmax");

    private final long seed;
    private final Chooser chooser;
    private final List<Coverage.Cell> wanted = new ArrayList<>();
    private final Set<String> precious = new LinkedHashSet<>();
    private final Growth growth;
    private final RandomMotifs motifs;

    private RandomModels(long seed, int attempt) {
        this.seed = seed;
        this.chooser = new Chooser(seed + 1_000_003L * attempt);
        this.growth = new Growth(chooser, seed);
        this.motifs = new RandomMotifs(chooser, growth);
        List<Coverage.Cell> cells = Coverage.expected();
        for (int i = 0; i < 2; i++) {
            wanted.add(cells.get((int) Math.floorMod(seed + i * (long) SEEDS_OF_ALL, (long) cells.size())));
        }
    }

    /** {@return the model of a seed} */
    public static ModelSpec next(long seed) {
        for (int attempt = 0; ; attempt++) {
            RandomModels random = new RandomModels(seed, attempt);
            ModelSpec model = random.grow();
            int size = (int) model.layers().stream()
                    .filter(layer -> !layer.type().equals("Input"))
                    .count();
            if (size >= 3 && size <= MOST_LAYERS && (random.wanted.isEmpty() || attempt > 20)) {
                return model;
            }
        }
    }

    private ModelSpec grow() {
        growth.input(inputShape(rank(wanted.get(0).layer())));
        if (chooser.chance(0.3)) {
            growth.input(inputShape(rank(wanted.get(1).layer())));
        }
        int size = chooser.between(3, 12);
        for (int tries = 0; growth.size() < size && tries < 200; tries++) {
            boolean due = growth.size() >= size - wanted.size() - 1;
            if (!wanted.isEmpty() && (due || chooser.chance(0.3))) {
                use(wanted.get(0));
            } else if (growth.size() + 5 <= MOST_LAYERS && chooser.chance(0.2)) {
                motifs.add(source());
            } else {
                addAny(source());
            }
        }
        return growth.model("Random" + seed, outputs());
    }

    private void addAny(String source) {
        int rank = growth.shape(source).length;
        String type = chooser.chance(0.25)
                ? chooser.oneOf("BatchNormalization", "BatchNormalization", "ContribBatchNorm", "Activation")
                : chooser.oneOf(chooser.chance(0.4) ? RARE : Coverage.layers());
        if (rank(type) != 0 && rank(type) != rank) {
            return;
        }
        add(type, Map.of(), source);
    }

    private boolean add(String type, Map<String, Object> attributes, String source) {
        if (!MERGES.contains(type)) {
            return growth.tryToAdd(type, attributes, List.of(source));
        }
        return motifs.merge(type, attributes, source);
    }

    /** Adds a layer of the cell, after a change of rank if there is nothing that it could read. */
    private void use(Coverage.Cell cell) {
        int rank = rank(cell.layer());
        List<String> sources = growth.names().stream()
                .filter(name -> rank == 0 || growth.shape(name).length == rank)
                .toList();
        if (sources.isEmpty()) {
            changeRank(rank);
            return;
        }
        String source = sources.contains(growth.last()) ? growth.last() : chooser.oneOf(sources);
        if (add(cell.layer(), Coverage.attributes(cell), source)) {
            wanted.remove(0);
            precious.add(growth.last());
        } else if (rank > 0) {
            changeRank(rank);
        } else {
            addAny(source());
        }
    }

    private void changeRank(int rank) {
        String source = source();
        int[] shape = growth.shape(source);
        int size = Tensor.size(shape);
        int[] target = new int[rank];
        Arrays.fill(target, 1);
        target[rank - 1] = size;
        for (int i = 0; i < rank - 1; i++) {
            int[] divisors = IntStream.rangeClosed(1, 8)
                    .filter(n -> target[rank - 1] % n == 0)
                    .toArray();
            target[i] = divisors[divisors.length - 1 - (divisors.length > 1 ? chooser.between(0, 1) : 0)];
            target[rank - 1] /= target[i];
        }
        growth.tryToAdd("Reshape", Map.of("targetShape", target), List.of(source));
    }

    /** {@return what the next layer reads: mostly the last layer, sometimes one that none reads yet, or any} */
    private String source() {
        List<String> loose = growth.loose();
        if (loose.size() >= 2 || !loose.isEmpty() && chooser.chance(0.2)) {
            return chooser.oneOf(loose);
        }
        return chooser.chance(0.8) ? growth.last() : chooser.oneOf(growth.names());
    }

    private Set<String> outputs() {
        List<String> loose = growth.loose();
        loose.removeIf(name -> growth.isInput(name));
        Set<String> outputs = new LinkedHashSet<>(precious);
        outputs.retainAll(loose);
        for (String name : chooser.shuffled(loose)) {
            if (outputs.size() < 2) {
                outputs.add(name);
            }
        }
        if (outputs.size() < 2 && chooser.chance(0.25)) {
            String inner = chooser.oneOf(growth.names());
            if (!growth.isInput(inner)) {
                outputs.add(inner);
            }
        }
        return outputs;
    }

    private int[] inputShape(int wantedRank) {
        int rank = wantedRank == 0 ? chooser.oneOf(1, 2, 3, 3) : wantedRank;
        int channels = chooser.oneOf(RandomAttributes.CHANNELS);
        int least = rank == 1 || chooser.chance(0.2) ? 1 : 4;
        int rows = chooser.between(least, 14);
        int columns = chooser.between(least, 14);
        boolean first = chooser.chance(0.3);
        return switch (rank) {
            case 1 -> new int[] {chooser.chance(0.7) ? channels : chooser.between(1, 60)};
            case 2 -> first ? new int[] {channels, columns} : new int[] {columns, channels};
            default -> imageShape(rows, columns, channels, first);
        };
    }

    private static int[] imageShape(int rows, int columns, int channels, boolean first) {
        int fitting = Math.max(1, Math.min(channels, 2000 / (rows * columns)));
        return first ? new int[] {fitting, rows, columns} : new int[] {rows, columns, fitting};
    }

    /** {@return the dimensions that a layer reads, 0 if any} */
    static int rank(String type) {
        if (type.equals("RepeatVector")) {
            return 1;
        }
        return type.contains("1D") ? 2 : type.contains("2D") ? 3 : 0;
    }
}
