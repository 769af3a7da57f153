package dev.pleat.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of the example project and a Maven to build it: the one that runs these tests, with a local repository of its
 * own that holds the jars of this build. Everything else comes from the usual local repository, which is not changed.
 *
 * @param folder the copy
 */
record Project(Path folder, Path settings) {

    private static final List<String> MODULES =
            List.of("annotations", "runtime", "processor", "formats", "maven-plugin");

    /** What a build said. */
    record Build(int exitCode, String log) {

        /** Returns what it said, which must have ended well. */
        String orFail() {
            if (exitCode != 0) {
                throw new AssertionError("the build failed:\n" + log);
            }
            return log;
        }
    }

    /** Returns a fresh copy. */
    static Project copy(Path parent) throws IOException {
        Path example = Path.of("src", "it", "example");
        Path folder = parent.resolve("example");
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(example.relativize(file).toString());
                if (!copy.startsWith(folder.resolve("target"))) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        Path repository = parent.resolve("repository");
        install(repository);
        return new Project(folder, settings(parent, repository));
    }

    private static void install(Path repository) throws IOException {
        String version = property("pleat.version");
        install(repository, "pleat-parent", version, Path.of("..", "pom.xml"), "pom");
        for (String module : MODULES) {
            String artifact = "pleat-" + module;
            Path home = Path.of("..", module);
            install(repository, artifact, version, home.resolve("pom.xml"), "pom");
            Path jar = home.resolve("target").resolve(artifact + "-" + version + ".jar");
            install(repository, artifact, version, jar, "jar");
        }
    }

    private static void install(Path repository, String artifact, String version, Path file, String type)
            throws IOException {
        Path place = repository.resolve("dev/pleat").resolve(artifact).resolve(version);
        Files.createDirectories(place);
        Files.copy(file, place.resolve(artifact + "-" + version + "." + type));
    }

    private static Path settings(Path parent, Path repository) throws IOException {
        String usual = Path.of(property("pleat.localRepository")).toUri().toString();
        String entry = "<id>usual</id><url>" + usual
                + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
                + "<snapshots><enabled>false</enabled></snapshots>";
        return Files.writeString(parent.resolve("settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <profiles>
                    <profile>
                      <id>usual</id>
                      <repositories><repository>%s</repository></repositories>
                      <pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>usual</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository, entry, entry));
    }

    /** Builds up to a phase. */
    Build maven(String... arguments) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        Path maven = Path.of(property("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        Path log = folder.resolveSibling("build.log");
        ProcessBuilder process = new ProcessBuilder(Stream.concat(
                        Stream.of(maven.toString(), "-B", "-ntp", "-s", settings.toString()), Stream.of(arguments))
                .toList());
        process.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Builds of a second or two gain nothing from the slower compiler.
        process.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process running = process.start();
        if (!running.waitFor(5, TimeUnit.MINUTES)) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly().waitFor();
            throw new AssertionError("the build takes more than five minutes:\n" + Files.readString(log));
        }
        return new Build(running.exitValue(), Files.readString(log));
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new AssertionError("no property " + name + ": run this test with ./mvnw verify");
        }
        return value;
    }
}
