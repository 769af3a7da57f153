package dev.pleat.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.processor.reference.RandomSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HotSpot compiles no method of more than 8,000 bytes of bytecode, so no generated class has one. */
final class MethodSizeTest {

    private static final int MOST_BYTES = 8000;
    private static final int JAVA_17 = 61;

    /** Generously: a layer takes some hundred bytes, and a kernel some thousand. */
    private static final int MOST_BYTES_OF_A_MODEL = 1_000_000;

    /** What models of more than a thousand layers may take for each. */
    private static final int MOST_BYTES_OF_A_LAYER = 800;

    private static final String RANDOM_PACKAGE = "sizes";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void largeModels(Build.Tool tool) {
        List<String> tooLarge = new ArrayList<>();
        LargeModels.all().forEach((name, source) -> tooLarge.addAll(tooLarge(tool, Map.of(name, source))));
        assertThat(tooLarge).as("methods over " + MOST_BYTES + " bytes").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void randomModels(Build.Tool tool) {
        assertThat(tooLarge(tool, RandomSources.of(RANDOM_PACKAGE, 50)))
                .as("methods over " + MOST_BYTES + " bytes")
                .isEmpty();
    }

    private List<String> tooLarge(Build.Tool tool, Map<String, String> sources) {
        Build.Result result = Build.in(folder).with(tool).sources(sources).run();
        assertThat(result.messages(Diagnostic.Kind.ERROR)).isEmpty();
        long total = result.classes().values().stream()
                .mapToLong(bytes -> bytes.length)
                .sum();
        long layers = sources.values().stream()
                .mapToLong(source -> source.split("\\bLayer\\b", -1).length)
                .sum();
        assertThat(total / sources.size())
                .as("bytes of a model")
                .isLessThan(Math.max(MOST_BYTES_OF_A_MODEL, MOST_BYTES_OF_A_LAYER * layers / sources.size()));
        return tooLarge(result);
    }

    /** Returns the methods that HotSpot would not compile. */
    static List<String> tooLarge(Build.Result result) {
        List<String> tooLarge = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : result.classes().entrySet()) {
            ClassFile file = ClassFile.of(entry.getValue());
            assertThat(file.version()).as("version of " + entry.getKey()).isEqualTo(JAVA_17);
            file.methods().forEach((method, bytes) -> {
                if (bytes > MOST_BYTES) {
                    tooLarge.add(entry.getKey() + "." + method + ": " + bytes);
                }
            });
        }
        return tooLarge;
    }
}
