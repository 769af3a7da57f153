package dev.pleat.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md promises of the annotations, the runtime and the processor, checked. */
final class HouseRulesTest {
    private static final int LONGEST_FILE = 300;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.pleat");

    @Test
    void annotationsAndRuntimeDependOnNothingButTheJdk() {
        check(classes()
                .that()
                .resideInAPackage("dev.pleat")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.pleat", "java.lang.."));
        check(classes()
                .that()
                .resideInAPackage("dev.pleat.runtime..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.pleat.runtime..", "java..", "jdk.incubator.vector.."));
    }

    @Test
    void theGraphAndItsPassesKnowNothingOfJavac() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.pleat.processor.graph..", "dev.pleat.processor.pass..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax..", "com.sun..", "com.palantir.."));
        check(classes()
                .that()
                .resideInAPackage("dev.pleat.processor.graph..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.pleat.processor.graph..")));
    }

    @Test
    void nothingPrints() {
        check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    }

    @Test
    void nothingReflects() {
        check(noClasses().should().dependOnClassesThat(resideInAPackage("java.lang.reflect..")));
        check(noClasses().should().callMethod(Class.class, "forName", String.class));
        check(noClasses().should().callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class));
    }

    @Test
    void filesAreShort() throws IOException {
        for (String module : List.of("annotations", "runtime", "processor", "formats")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
                assertThat(files.filter(file -> isCode(file) && lines(file) > LONGEST_FILE))
                        .isEmpty();
            }
        }
    }

    /** Resources are not written by hand: golden files are whole generated classes. */
    private static boolean isCode(Path file) {
        return file.toString().endsWith(".java")
                && !file.startsWith(Path.of("..", "processor", "src", "test", "resources"));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }
}
