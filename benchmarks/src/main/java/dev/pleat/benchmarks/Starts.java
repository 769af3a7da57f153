package dev.pleat.benchmarks;

import dev.pleat.benchmarks.engine.FirstPredictions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts fresh JVMs, whose engines find the model's file, and watches them until they are at their best. */
final class Starts {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([^\"]+)\"");
    private static final int REPEATS = 9;

    /** Processes that are watched until they are at their best. */
    private static final int WHOLES = 3;

    private final Options options;
    private final Path folder;
    private final Progress progress;

    Starts(Options options, Path folder, Progress progress) {
        this.options = options;
        this.folder = folder;
        this.progress = progress;
    }

    /** Adds what was found: for each engine and JDK medians of nine first predictions, in turns with the other engines, and of three whole starts. */
    void measure(String model, Findings findings) throws IOException {
        List<Installed> engines = options.engines().stream()
                .map(Installed::find)
                .flatMap(Optional::stream)
                .toList();
        for (Path jdk : jdks()) {
            Map<Installed, List<Double>> firsts = new LinkedHashMap<>();
            for (Installed engine : engines) {
                // The first start of all writes the model's file, if there is none yet; it does not count.
                once(model, engine, jdk, 0);
                firsts.put(engine, new ArrayList<>());
            }
            for (int i = 0; i < REPEATS; i++) {
                for (Installed engine : engines) {
                    firsts.get(engine).add(once(model, engine, jdk, 0).firstMillis());
                }
            }
            for (Installed engine : engines) {
                findings.starts.add(whole(model, engine, jdk, firsts.get(engine)));
            }
        }
    }

    private List<Path> jdks() {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        homes.addAll(options.jdks());
        Stream.of("JAVA_HOME_17", "JAVA_HOME_25")
                .map(System::getenv)
                .filter(home -> home != null && !home.isBlank())
                .map(Path::of)
                .forEach(homes::add);
        return homes.stream().map(Path::toAbsolutePath).distinct().toList();
    }

    /** Watches processes until they are at their best: the median of each figure. */
    private Findings.Start whole(String model, Installed engine, Path jdk, List<Double> firsts) throws IOException {
        List<Findings.Start> wholes = new ArrayList<>();
        for (int i = 0; i < WHOLES; i++) {
            wholes.add(once(model, engine, jdk, options.startSeconds()));
        }
        return new Findings.Start(
                model,
                engine.name(),
                wholes.get(0).java(),
                Median.of(firsts.stream().mapToDouble(Double::doubleValue)),
                Median.of(wholes.stream().mapToDouble(Findings.Start::peakMillis)),
                Median.of(wholes.stream().mapToDouble(Findings.Start::steadyMicros)),
                Median.of(wholes.stream().mapToDouble(Findings.Start::worst)),
                wholes.stream()
                        .map(Findings.Start::failure)
                        .filter(failure -> !failure.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private Findings.Start once(String model, Installed engine, Path jdk, double seconds) throws IOException {
        progress.say("%s: %s starts on %s", model, engine.name(), version(jdk));
        List<String> command =
                new ArrayList<>(engine.command(jdk.resolve("bin").resolve("java"), FirstPredictions.class.getName()));
        command.addAll(List.of(model, folder.toString(), String.valueOf(seconds)));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(engine.name() + ".log").toFile()))
                .start();
        double first = 0;
        try (BufferedReader answers =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("@first")) {
                    first = (System.nanoTime() - begin) / 1e6;
                } else if (line.startsWith("@ok")) {
                    double[] numbers = Arrays.stream(line.substring(4).split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                    // The process measures from its main on; what came before is in the time to the first prediction.
                    double peak = numbers[0] == 0 ? 0 : numbers[0] + first - numbers[3];
                    return new Findings.Start(
                            model, engine.name(), version(jdk), first, peak, numbers[1], numbers[2], "");
                }
            }
        } finally {
            process.destroyForcibly();
        }
        return new Findings.Start(
                model, engine.name(), version(jdk), Double.NaN, 0, Double.NaN, 0, "it does not run on this JDK");
    }

    private static String version(Path jdk) throws IOException {
        Path release = jdk.resolve("release");
        Matcher version = VERSION.matcher(Files.exists(release) ? Files.readString(release) : "");
        return version.find() ? version.group(1) : jdk.toString();
    }
}
