package dev.pleat.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pleat.maven.FlowersOnnx.Weights;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with a model file is built as its owner would build it, again and again. */
final class ExampleIT {

    private static final Weights WEIGHTS = Weights.of(1);
    private static final float[] FLOWER = {5.1f, 3.5f, 1.4f, 0.2f};

    @TempDir
    private Path folder;

    private Project project;
    private Path model;
    private Path source;

    @BeforeEach
    void copy() throws IOException {
        project = Project.copy(folder);
        model = project.folder().resolve("src/main/models/flowers.onnx");
        source = project.folder().resolve("target/generated-sources/pleat/com/acme/Flowers.java");
    }

    @Test
    void buildsWhatChangedAndNothingElse() throws Exception {
        String first = project.maven("compile").orFail();
        assertThat(first).contains("com.acme.Flowers written from flowers.onnx");
        assertThat(source).content().contains("record Flowers(");
        assertPredicts(WEIGHTS);
        FileTime written = Files.getLastModifiedTime(source);

        String second = project.maven("compile").orFail();
        assertThat(second)
                .contains("com.acme.Flowers is up to date with flowers.onnx")
                .contains("Nothing to compile");
        assertThat(Files.getLastModifiedTime(source)).isEqualTo(written);

        Files.write(model, FlowersOnnx.file(Weights.of(2)));
        assertThat(project.maven("compile").orFail()).contains("com.acme.Flowers written from");
        assertPredicts(Weights.of(2));
    }

    @Test
    void aBrokenModelFailsTheBuildByName() throws Exception {
        byte[] bytes = FlowersOnnx.file(WEIGHTS);
        Files.write(model, Arrays.copyOf(bytes, bytes.length / 2));

        Project.Build build = project.maven("generate-sources");

        assertThat(build.exitCode()).isNotZero();
        assertThat(build.log()).contains("BUILD FAILURE").contains("flowers.onnx");
        assertThat(source).doesNotExist();
    }

    @Test
    void severalModelsMayEndElsewhere() throws Exception {
        Path pom = project.folder().resolve("pom.xml");
        String one = "<model>src/main/models/flowers.onnx</model>";
        String several = """
                <models>
                  <model>
                    %s
                    <className>com.acme.Scores</className>
                    <outputs><output>last</output></outputs>
                    <raiseEpsilon>true</raiseEpsilon>
                  </model>
                </models>
                """.formatted(one);
        Files.writeString(pom, Files.readString(pom).replace(one, several + one));

        project.maven("generate-sources").orFail();

        assertThat(source).content().contains("@Softmax");
        assertThat(source.resolveSibling("Scores.java")).content().doesNotContain("@Softmax");
    }

    private void assertPredicts(Weights weights) throws Exception {
        URL classes = project.folder().resolve("target/classes").toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass("com.acme.FlowersModel");
            Object compiled = type.getMethod("load").invoke(null);
            float[] kinds = (float[]) type.getMethod("predict", float[].class).invoke(compiled, (Object) FLOWER);
            double[] expected = weights.predict(FLOWER);
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) kinds[i]).isCloseTo(expected[i], within(1e-5));
            }
        }
    }
}
