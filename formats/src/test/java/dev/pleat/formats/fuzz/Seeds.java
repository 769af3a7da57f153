package dev.pleat.formats.fuzz;

import dev.pleat.formats.keras.KerasH5Reader;
import dev.pleat.formats.keras.KerasWeightsReader;
import dev.pleat.formats.keras.KerasZipReader;
import dev.pleat.formats.onnx.OnnxReader;
import dev.pleat.formats.tensorflow.CheckpointReader;
import dev.pleat.formats.tensorflow.GraphReader;
import dev.pleat.formats.tensorflow.SavedModelReader;
import dev.pleat.formats.weights.NpzReader;
import dev.pleat.formats.weights.SafetensorsWeightsReader;
import dev.pleat.formats.weights.TorchReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The readers, and the files that each is tried with: those of the tests, and real ones where they are at hand. */
final class Seeds {
    private static final long LARGEST = 1 << 20;
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private Seeds() {}

    /** Returns all readers with their seeds, none of which is empty. */
    static Map<Target, List<Seed>> all() throws IOException {
        Map<Target, List<Seed>> seeds = new LinkedHashMap<>();
        seeds.put(Target.of(new NpzReader()), files(".npz", ".npy"));
        seeds.put(Target.of(new TorchReader()), files(".pth", ".pt"));
        seeds.put(Target.of(new SafetensorsWeightsReader()), files(".safetensors"));
        seeds.put(Target.of(new CheckpointReader()), bundles());
        seeds.put(Target.of(new GraphReader()), files(".pb"));
        seeds.put(Target.of(new SavedModelReader()), savedModels());
        seeds.put(Target.of(new OnnxReader()), files(".onnx"));
        seeds.put(Target.of(new KerasH5Reader()), files(".h5", ".hdf5"));
        seeds.put(Target.of(new KerasWeightsReader()), files(".h5", ".hdf5", ".keras"));
        seeds.put(Target.of(new KerasZipReader()), files(".keras"));
        return seeds;
    }

    // The index of a checkpoint with its data.
    private static List<Seed> bundles() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (Seed seed : files(".index")) {
            Path index = Path.of(seed.name());
            String prefix = index.getFileName().toString().replaceFirst("index$", "");
            seeds.add(Seed.of(index, prefix));
        }
        return seeds;
    }

    // A frozen graph in the envelope of a saved model, and real ones where they are at hand.
    private static List<Seed> savedModels() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.endsWith("saved_model.pb"))
                        .sorted()
                        .toList()) {
                    seeds.add(Seed.ofFolder(file.getParent()));
                }
            }
        }
        return seeds;
    }

    private static List<Seed> files(String... endings) throws IOException {
        Predicate<Path> wanted = file -> Stream.of(endings).anyMatch(file.toString()::endsWith);
        List<Seed> seeds = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(wanted)
                        .sorted()
                        .toList()) {
                    if (Files.size(file) <= LARGEST) {
                        seeds.add(Seed.of(file, ""));
                    }
                }
            }
        }
        return seeds;
    }

    private static List<Path> folders() {
        return Stream.concat(
                        Stream.of(RESOURCES),
                        Stream.of("../../shared", "../shared", "../../../shared")
                                .map(shared -> Path.of(shared, "models"))
                                .filter(Files::isDirectory)
                                .limit(1))
                .toList();
    }
}
