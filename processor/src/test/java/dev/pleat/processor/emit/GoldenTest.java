package dev.pleat.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The source generated for one small model of each layer, to the letter, so that a review sees what a change does to it.
 *
 * <p>{@code golden/<Layer>/<Layer>Net.java} is the model, {@code <Layer>NetModel.java} beside it what it becomes;
 * {@code -Dpleat.golden.update=true} rewrites the latter.
 */
final class GoldenTest {

    private static final Path GOLDENS = Path.of("src", "test", "resources", "golden");
    private static final String HOW_TO_MAKE = "write the model and run the test with -Dpleat.golden.update=true";
    private static final String HOW_TO_UPDATE =
            "if that is what you want, run the test with -Dpleat.golden.update=true and review the difference";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void generatedSourcesAreTheGoldenOnes(Build.Tool tool) throws IOException {
        Map<String, String> models = new LinkedHashMap<>();
        for (String layer : folders()) {
            models.put(
                    "golden." + layer + "Net",
                    Files.readString(GOLDENS.resolve(layer).resolve(layer + "Net.java")));
        }
        Build.Result result = Build.in(folder).with(tool).sources(models).run().orFail();
        assertThat(MethodSizeTest.tooLarge(result))
                .as("methods that HotSpot would not compile")
                .isEmpty();
        List<String> problems = new ArrayList<>();
        for (String layer : folders()) {
            check(layer, result.generated().get("golden." + layer + "NetModel"), problems);
        }
        if (!problems.isEmpty()) {
            fail(String.join("\n", problems));
        }
    }

    private static void check(String layer, String actual, List<String> problems) throws IOException {
        Path golden = GOLDENS.resolve(layer).resolve(layer + "NetModel.java");
        if (Boolean.getBoolean("pleat.golden.update")) {
            Files.writeString(golden, actual);
        } else if (!Files.exists(golden)) {
            problems.add("there is no " + golden + "; " + HOW_TO_MAKE);
        } else if (!Files.readString(golden).equals(actual)) {
            problems.add(golden + " differs:\n" + difference(Files.readString(golden), actual) + HOW_TO_UPDATE);
        }
    }

    /** Returns the first line that differs. */
    private static String difference(String expected, String actual) {
        List<String> before = expected.lines().toList();
        List<String> after = actual.lines().toList();
        int line = 0;
        while (line < Math.min(before.size(), after.size()) && before.get(line).equals(after.get(line))) {
            line++;
        }
        return "  line " + (line + 1) + "\n  - " + (line < before.size() ? before.get(line) : "") + "\n  + "
                + (line < after.size() ? after.get(line) : "") + "\n";
    }

    @Test
    void everyAnnotationOfAMemberHasAGolden() throws Exception {
        Set<String> missing = new TreeSet<>(memberAnnotations());
        missing.removeAll(folders());
        assertThat(missing)
                .as("annotations without a golden; for each, as " + GOLDENS + "/<Layer>/<Layer>Net.java, "
                        + HOW_TO_MAKE)
                .isEmpty();
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(GOLDENS)) {
            return all.map(path -> path.getFileName().toString())
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** Returns the names of the annotations that stand at members of models. */
    private static Set<String> memberAnnotations() throws Exception {
        Path location = Path.of(Build.location("dev.pleat.Model"));
        if (Files.isDirectory(location)) {
            return memberAnnotations(location);
        }
        try (FileSystem jar = FileSystems.newFileSystem(location)) {
            return memberAnnotations(jar.getPath("/"));
        }
    }

    private static Set<String> memberAnnotations(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root.resolve("dev").resolve("pleat"))) {
            return all.map(path -> path.getFileName().toString().replace(".class", ""))
                    .filter(GoldenTest::standsAtMembers)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean standsAtMembers(String name) {
        if (name.equals("package-info")) {
            return false;
        }
        try {
            Target target = Class.forName("dev.pleat." + name).getAnnotation(Target.class);
            return target != null && List.of(target.value()).contains(ElementType.FIELD);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
