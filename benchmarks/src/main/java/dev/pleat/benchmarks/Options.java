package dev.pleat.benchmarks;

import dev.pleat.benchmarks.net.Zoo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to measure: words like {@code models=ResNet8,Vgg16}.
 *
 * @param models names of networks
 * @param engines names of engines, in the order of the table; Pleat is always the first
 * @param parts what to measure, of {@link #PARTS}
 * @param threads the threads of one prediction, each measured by itself
 * @param seconds how long each engine predicts, per model and number of threads, once it is warm
 * @param warm the most seconds of warm-up
 * @param rounds how often the engines take turns
 * @param startSeconds how long a fresh JVM is watched
 * @param results the folder of results, in which files are stored by date
 * @param label what the names of these files end with
 * @param tflite given files for TensorFlow Lite by model
 * @param jdks homes of JDKs for the fresh JVMs, besides the one that runs this
 */
record Options(
        List<String> models,
        List<String> engines,
        List<String> parts,
        List<Integer> threads,
        double seconds,
        double warm,
        int rounds,
        double startSeconds,
        Path results,
        String label,
        Map<String, Path> tflite,
        List<Path> jdks) {

    /** Everything that can be measured. */
    static final List<String> PARTS = List.of("latency", "layers", "start", "batch", "callers");

    /** All engines, by the names of their Maven profiles. */
    static final List<String> ENGINES = List.of("pleat", "onnxruntime", "tflite", "pytorch", "tensorflow", "dl4j");

    static final String USAGE =
            """
            words, each with its default:
              models=%s
              engines=%s   (those that are built)
              parts=latency,layers    of %s
              threads=1,2
              seconds=2               for each engine, model and number of threads
              warm=60                 the most seconds of warm-up
              rounds=10               how often the engines take turns
              startSeconds=8          how long a fresh JVM is watched, three times
              results=benchmarks/results
              label=                  ends the names of the files of results
              tflite=KeywordSpotting:kws.tflite,...   files for TensorFlow Lite
              jdks=/path,/path        JDKs for fresh JVMs; also JAVA_HOME_17 and JAVA_HOME_25
            """.formatted(String.join(",", Zoo.names()), String.join(",", ENGINES), String.join(",", PARTS));

    /**
     * Reads the words of a command line.
     *
     * @throws IllegalArgumentException if one is not understood
     */
    static Options parse(List<String> words) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "models", String.join(",", Zoo.names()),
                "engines", String.join(",", ENGINES),
                "parts", "latency,layers",
                "threads", "1,2",
                "seconds", "2",
                "warm", "60",
                "rounds", "10",
                "startSeconds", "8",
                "results", "benchmarks/results"));
        values.putAll(Map.of("label", "", "tflite", "", "jdks", ""));
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0 || !values.containsKey(word.substring(0, equals))) {
                throw new IllegalArgumentException("'%s' is not understood%n%s".formatted(word, USAGE));
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new Options(
                list(values, "models", Zoo.names()),
                list(values, "engines", ENGINES),
                list(values, "parts", PARTS),
                split(values.get("threads")).stream().map(Integer::valueOf).toList(),
                Double.parseDouble(values.get("seconds")),
                Double.parseDouble(values.get("warm")),
                Integer.parseInt(values.get("rounds")),
                Double.parseDouble(values.get("startSeconds")),
                Path.of(values.get("results")),
                values.get("label"),
                files(values.get("tflite")),
                split(values.get("jdks")).stream().map(Path::of).toList());
    }

    boolean measures(String part) {
        return parts.contains(part);
    }

    private static List<String> list(Map<String, String> values, String key, List<String> known) {
        List<String> chosen = split(values.get(key));
        for (String name : chosen) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("%s has '%s'; there are %s".formatted(key, name, known));
            }
        }
        return chosen;
    }

    private static List<String> split(String list) {
        return list.isBlank() ? List.of() : Arrays.asList(list.split(","));
    }

    private static Map<String, Path> files(String list) {
        Map<String, Path> files = new TreeMap<>();
        for (String pair : split(list)) {
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("tflite has '%s'; write model:file".formatted(pair));
            }
            files.put(pair.substring(0, colon), Path.of(pair.substring(colon + 1)));
        }
        return files;
    }
}
