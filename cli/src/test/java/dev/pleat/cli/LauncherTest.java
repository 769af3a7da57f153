package dev.pleat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher at the root of the project, in a project of its own whose build is a script. */
final class LauncherTest {
    /** What the jar runs: it tells its arguments and the modules of its JVM. */
    public static final class Told {
        private Told() {}

        /**
         * Prints.
         *
         * @param arguments those of the launcher
         */
        public static void main(String[] arguments) {
            System.out.println("arguments " + List.of(arguments));
            System.out.println("vectors "
                    + ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
            System.out.println("extra " + System.getProperty("extra"));
            System.exit(arguments.length == 0 ? 0 : 3);
        }
    }

    @TempDir
    private Path folder;

    private Path root;
    private Path jar;

    @BeforeEach
    void project() throws IOException {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "the launcher is a shell script");
        root = Files.createDirectories(folder.resolve("a project"));
        for (String module : List.of("annotations", "runtime", "processor", "formats", "cli/src/main")) {
            Files.createDirectories(root.resolve(module));
        }
        Files.copy(Path.of("..", "pleat"), root.resolve("pleat"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve("cli/src/main/A.java"), "class A {}");
        Path made = folder.resolve("made.jar");
        write(made);
        jar = root.resolve("cli/target/pleat.jar");
        maven("echo built \"$@\" >> '%s'\ncp '%s' '%s'".formatted(folder.resolve("builds"), made, jar));
        age(root, 100);
    }

    @Test
    void buildsOnceAndRuns() throws Exception {
        assertThat(run(folder, Map.of(), root.resolve("pleat")))
                .contains("code 0", "arguments []", "vectors true", "pleat: building " + jar.toRealPath());
        assertThat(run(folder, Map.of(), root.resolve("pleat"))).doesNotContain("building");
        assertThat(builds()).hasSize(1).first().asString().contains("-pl cli", "-DskipTests", " -o ");
    }

    @Test
    void buildsAgainWhenSourcesAreNewer() throws Exception {
        run(folder, Map.of(), root.resolve("pleat"));
        Files.setLastModifiedTime(
                root.resolve("cli/src/main/A.java"), FileTime.from(Instant.now().plusSeconds(5)));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(50)));
        assertThat(run(folder, Map.of(), root.resolve("pleat"))).contains("building");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void runsFromAnywhereThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("pleat"));
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        String told = run(elsewhere, Map.of("PLEAT_JVM", "-Dextra=1 -Xmx64m"), link, "inspect", "a model.h5", "--x=*");
        assertThat(told).contains("arguments [inspect, a model.h5, --x=*]", "extra 1", "code 3");
    }

    @Test
    void passesOverWhatIsNoJdk() throws Exception {
        Path runtime = Files.createDirectories(folder.resolve("jre/bin"));
        Files.writeString(runtime.resolve("java"), "#!/bin/sh\nexit 9\n");
        assertThat(runtime.resolve("java").toFile().setExecutable(true)).isTrue();
        assertThat(run(folder, Map.of("JAVA_HOME", runtime.getParent().toString()), root.resolve("pleat")))
                .contains("code 0", "arguments []");
    }

    @Test
    void saysThatTheBuildFailed() throws Exception {
        maven("echo no space left\nexit 1");
        String told = run(folder, Map.of(), root.resolve("pleat"));
        assertThat(told).contains("no space left", "pleat: the build failed", "code 5");
    }

    /** Makes both the wrapper and the Maven of the path do what a script says. */
    private void maven(String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (Path tool : List.of(root.resolve("mvnw"), bin.resolve("mvn"))) {
            Files.writeString(tool, "#!/bin/sh\n" + script + "\n");
            assertThat(tool.toFile().setExecutable(true)).isTrue();
        }
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds"));
    }

    private String run(Path where, Map<String, String> environment, Path script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return out + "code " + process.exitValue();
    }

    private static void age(Path folder, int seconds) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
            }
        }
    }

    private static void write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Told.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            String name = Told.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(name));
            try (var in = Told.class.getResourceAsStream("/" + name)) {
                in.transferTo(out);
            }
        }
    }
}
