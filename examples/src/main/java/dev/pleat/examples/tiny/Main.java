package dev.pleat.examples.tiny;

import dev.pleat.examples.Stopwatch;
import dev.pleat.runtime.CompiledModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Shows what the four networks were compiled to, and how long a prediction takes.
 *
 * <p>The weights are random: what is predicted means nothing.
 */
public final class Main {

    private static final List<String> NAMES =
            List.of("Autoencoder", "KeywordSpotting", "VisualWakeWords", "ImageClassification");

    private Main() {}

    /**
     * Runs the example.
     *
     * @param args names of networks, such as {@code KeywordSpotting}; none for all
     */
    public static void main(String[] args) {
        List<String> wanted = args.length == 0 ? NAMES : Arrays.asList(args);
        if (!NAMES.containsAll(wanted)) {
            System.err.println("name some of " + NAMES);
            System.exit(1);
        }
        wanted.forEach(Main::run);
    }

    private static void run(String name) {
        switch (name) {
            case "Autoencoder" -> {
                AutoencoderModel model = AutoencoderModel.load();
                float[] again = new float[640];
                report(model, window -> model.predict(window, again));
            }
            case "KeywordSpotting" -> {
                KeywordSpottingModel model = KeywordSpottingModel.load();
                float[] logits = new float[12];
                float[] word = new float[12];
                report(model, speech -> model.predict(speech, logits, word));
            }
            case "VisualWakeWords" -> {
                VisualWakeWordsModel model = VisualWakeWordsModel.load();
                float[] logits = new float[2];
                float[] person = new float[2];
                report(model, image -> model.predict(image, logits, person));
            }
            default -> {
                ImageClassificationModel model = ImageClassificationModel.load();
                float[] logits = new float[10];
                float[] label = new float[10];
                report(model, image -> model.predict(image, logits, label));
            }
        }
    }

    private static void report(CompiledModel model, Consumer<float[]> prediction) {
        float[] input = new float[model.inputs().get(0).size()];
        Random random = new Random(1);
        for (int i = 0; i < input.length; i++) {
            input[i] = random.nextFloat();
        }
        System.out.println(model.summary());
        System.out.println("Time:           " + Stopwatch.median(() -> prediction.accept(input)));
        System.out.println();
    }
}
