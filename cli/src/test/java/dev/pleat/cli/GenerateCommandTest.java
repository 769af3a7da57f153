package dev.pleat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pleat.cli.Shell.Result;
import dev.pleat.runtime.CompiledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pleat generate}: what is written, that it compiles in a build of its own, and what is kept. */
final class GenerateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesSourceAndWeightsThatCompileAndLoad() throws Exception {
        Path model = OnnxFile.write(folder.resolve("net.onnx"), "Gemm");
        Path out = folder.resolve("src");
        Result result = Shell.pleat("generate", model, "--class", "com.acme.Net", "-o", out);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("com/acme/Net.java", "com/acme/Net.safetensors", "NetModel.load()");
        assertThat(Files.readString(out.resolve("com/acme/Net.java")))
                .contains("package com.acme;", "public record Net(", "@Dense(units = 3)", "net.onnx", "// net/dense");
        try (Build build = Build.of(out, folder.resolve("classes"))) {
            CompiledModel compiled = build.load("com.acme.NetModel");
            float[] y = compiled.predict(Map.of(compiled.inputs().get(0).name(), new float[] {0.5f, -0.25f}))
                    .get(compiled.outputs().get(0).name());
            double[] logits = {0.5 - 1 + 1, 1 - 1.25, 1.5 - 1.5 - 1};
            double sum = Math.exp(logits[0]) + Math.exp(logits[1]) + Math.exp(logits[2]);
            for (int i = 0; i < 3; i++) {
                assertThat((double) y[i])
                        .isCloseTo(Math.exp(logits[i]) / sum, org.assertj.core.data.Offset.offset(1e-6));
            }
        }
    }

    @Test
    void keepsWhatWasEdited() throws IOException {
        Path model = OnnxFile.write(folder.resolve("net.onnx"), "Gemm");
        Path out = folder.resolve("src");
        assertThat(generate(model, "Net", out).code()).isZero();
        assertThat(generate(model, "Net", out).code()).isZero();
        Path source = out.resolve("Net.java");
        Files.writeString(source, Files.readString(source) + "// mine\n");
        Result refused = generate(model, "Net", out);
        assertThat(refused.code()).isEqualTo(ExitCode.NOT_WRITTEN);
        assertThat(refused.err()).contains("it was edited since Pleat wrote it", "--force");
        assertThat(Shell.pleat("generate", model, "--class", "Net", "-o", out, "--force")
                        .code())
                .isZero();
        assertThat(Files.readString(source)).doesNotContain("// mine");
    }

    @Test
    void writesNothingOfWhatCannotBeImported() throws IOException {
        Path model = OnnxFile.write(folder.resolve("net.onnx"), "Frobnicate");
        Path out = folder.resolve("src");
        Result result = generate(model, "com.acme.Net", out);
        assertThat(result.code()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(result.err()).contains("Frobnicate", "net/dense");
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesWrongArguments() throws IOException {
        Path model = OnnxFile.write(folder.resolve("net.onnx"), "Gemm");
        assertThat(generate(model, "com.acme.class", folder).err())
                .contains("'com.acme.class' is no name of a Java class");
        Result source = generate(TinyNet.write(folder), "Net", folder.resolve("src"));
        assertThat(source.code()).isEqualTo(ExitCode.USAGE);
        assertThat(source.err()).contains("is source already");
        Result weights = Shell.pleat("inspect", model, "--weights", "w.npz");
        assertThat(weights.code()).isEqualTo(ExitCode.USAGE);
        assertThat(weights.err()).contains("net.onnx has weights of its own");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("net.onnx", "Tiny.java", "Tiny.safetensors");
        }
    }

    private static Result generate(Path model, String name, Path out) {
        return Shell.pleat("generate", model, "--class", name, "-o", out);
    }
}
