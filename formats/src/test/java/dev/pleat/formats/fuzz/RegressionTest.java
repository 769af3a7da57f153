package dev.pleat.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The files that readers once could not cope with, in {@code src/test/resources/fuzz/<reader>/<case>/}. */
final class RegressionTest {
    private static final Path CASES = Path.of("src", "test", "resources", "fuzz");

    @TestFactory
    Stream<DynamicTest> readersRefuseWhatOnceFailed() throws IOException {
        Map<String, Target> targets = Seeds.all().keySet().stream()
                .collect(Collectors.toMap(Target::name, Function.identity(), (a, b) -> a, TreeMap::new));
        try (Stream<Path> cases = Files.walk(CASES, 2)) {
            return cases.filter(path -> CASES.relativize(path).getNameCount() == 2).sorted().toList().stream()
                    .map(path -> DynamicTest.dynamicTest(
                            CASES.relativize(path).toString(),
                            () -> check(
                                    targets.get(path.getParent().getFileName().toString()), path)));
        }
    }

    private static void check(Target target, Path folder) throws Exception {
        assertThat(target).isNotNull();
        Path file;
        long size = 0;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.sorted().findFirst().orElseThrow();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(each);
            }
        }
        try (Trial trial = new Trial()) {
            assertThat(trial.run(target, file, size)).isEmpty();
        }
    }
}
