package dev.pleat.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every problem has a fixture: {@code problems/<id>/Bad.java} is refused for it and for nothing else, in the words and at
 * the place that {@code expected.txt} says, and the fix works: a line that ends in {@code // fix: text} is replaced by the
 * text. {@code -Dpleat.update=true} writes what is said now.
 *
 * <p>All fixtures are compiled at once, each in a package of its own and beside a model that has no problem.
 */
final class ProblemTest {

    private static final Path FIXTURES = Path.of("src/test/resources/problems");

    private static Compiled refused;
    private static Compiled fixed;

    @BeforeAll
    static void compile() {
        refused = compile(source -> source);
        fixed = compile(ProblemTest::fixed);
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void isReportedAndNothingElse(Problem problem) throws IOException {
        Path expected = FIXTURES.resolve(problem.id()).resolve("expected.txt");

        String errors = refused.errors(name(problem));

        if (Boolean.getBoolean("pleat.update")) {
            Files.writeString(expected, errors + "\n");
        }
        assertThat(errors + "\n").isEqualTo(Files.readString(expected));
        assertThat(errors).contains("[" + problem.id() + "] ").containsOnlyOnce("\n    fix: ");
        assertThat(errors.lines()).hasSize(2);
        assertThat(refused.generated(name(problem))).isEmpty();
        assertThat(refused.generated("problems")).containsExactly("GoodModel");
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void isSolvedByItsFix(Problem problem) {
        assertThat(fixed.errors(name(problem))).isEmpty();
        assertThat(fixed.generated(name(problem))).hasSize(1);
    }

    private static Compiled compile(UnaryOperator<String> change) {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("problems.Good", Compiled.GOOD);
        for (Problem problem : Problem.values()) {
            String source = source(problem).replace("package problems;", "package " + name(problem) + ";");
            sources.put(name(problem) + ".Bad", change.apply(source));
        }
        return Compiled.of(sources, "-Xmaxerrs", "1000");
    }

    private static String name(Problem problem) {
        return "problems." + problem.id().replace('-', '_');
    }

    private static String source(Problem problem) {
        try {
            return Files.readString(FIXTURES.resolve(problem.id()).resolve("Bad.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fixed(String source) {
        List<String> lines = source.lines()
                .map(line -> line.contains("// fix:") ? line.substring(line.indexOf("// fix:") + 7) : line)
                .toList();
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
