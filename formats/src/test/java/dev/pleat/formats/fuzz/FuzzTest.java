package dev.pleat.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reader, on files changed at random. {@code -Dpleat.fuzz.seconds=600} takes longer, {@code -Dpleat.fuzz.reader=Npz}
 * tries some readers only, {@code -Dpleat.fuzz.seed=7} other changes. What fails is kept in {@code target/fuzz}; put it into
 * {@code src/test/resources/fuzz/<reader>} once it is mended.
 */
final class FuzzTest {
    private static final double SECONDS = Double.parseDouble(System.getProperty("pleat.fuzz.seconds", "20"));
    private static final String READER = System.getProperty("pleat.fuzz.reader", "");
    private static final long SEED = Long.getLong("pleat.fuzz.seed", 1);
    private static final int FEWEST = 20;
    private static final int MOST_FAILURES = 5;

    @TestFactory
    Stream<DynamicTest> readersRefuseDamage(@TempDir Path folder) throws IOException {
        Map<Target, List<Seed>> seeds = Seeds.all();
        seeds.keySet().removeIf(target -> !target.name().contains(READER));
        double seconds = SECONDS / seeds.size();
        return seeds.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().name(), () -> fuzz(entry.getKey(), entry.getValue(), seconds, folder)));
    }

    /** Changes of a file that cannot be read in the first place would try little. */
    @TestFactory
    Stream<DynamicTest> readersReadASeed(@TempDir Path folder) throws IOException {
        return Seeds.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().name(), () -> {
                    List<String> refusals = new ArrayList<>();
                    for (Seed seed : entry.getValue()) {
                        Path home = Files.createDirectories(
                                folder.resolve(entry.getKey().name() + refusals.size()));
                        try {
                            entry.getKey().reading().read(seed.write(home));
                            return;
                        } catch (IOException e) {
                            refusals.add(String.valueOf(e.getMessage()));
                        }
                    }
                    throw new AssertionError("none can be read:\n" + String.join("\n", refusals));
                }));
    }

    private static void fuzz(Target target, List<Seed> seeds, double seconds, Path folder) throws Exception {
        assertThat(seeds).isNotEmpty();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<String> failures = new ArrayList<>();
        int tried = 0;
        try (Trial trial = new Trial()) {
            while (tried < seeds.size() + FEWEST || System.nanoTime() < end && failures.size() < MOST_FAILURES) {
                // The seeds themselves come first, unchanged.
                Seed seed = tried < seeds.size() ? seeds.get(tried) : changed(seeds, new Random(SEED << 32 | tried));
                Path home = Files.createDirectories(folder.resolve(target.name() + tried));
                Optional<String> fault = trial.run(target, seed.write(home), seed.size());
                if (fault.isPresent()) {
                    seed.write(Files.createDirectories(Path.of("target", "fuzz", target.name(), "case" + tried)));
                    failures.add("case %d from %s: %s".formatted(tried, seed.name(), fault.get()));
                }
                delete(home);
                tried++;
            }
        }
        assertThat(failures).as("%d cases of %s", tried, target.name()).isEmpty();
    }

    private static Seed changed(List<Seed> seeds, Random random) throws IOException {
        // Small seeds more often than large ones: they are as hostile, and faster.
        Seed seed = Stream.generate(() -> seeds.get(random.nextInt(seeds.size())))
                .limit(3)
                .min(Comparator.comparingLong(Seed::size))
                .orElseThrow();
        List<String> files = new ArrayList<>(seed.files().keySet());
        String file = files.get(random.nextInt(files.size()));
        byte[] bytes = seed.files().get(file);
        if (ZipMutation.fits(bytes) && random.nextInt(3) > 0) {
            try {
                return seed.with(file, new ZipMutation(random).of(bytes));
            } catch (IOException e) {
                // Among the seeds are files that are damaged already.
            }
        }
        boolean message = file.endsWith(".onnx") || file.endsWith(".pb");
        if (message && random.nextInt(4) > 0 && ProtoMutation.fits(bytes)) {
            return seed.with(file, new ProtoMutation(random).of(bytes));
        }
        List<byte[]> others = new ArrayList<>();
        seeds.get(random.nextInt(seeds.size())).files().values().forEach(others::add);
        return seed.with(file, new Mutation(random).of(bytes, others));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
