package dev.pleat.examples.migration;

import dev.pleat.examples.Stopwatch;

/** Loads weights under the names of a TensorFlow checkpoint and shows what was folded. The weights are random. */
public final class Main {

    private Main() {}

    /**
     * Runs the example.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        SpeechCommandsModel model =
                SpeechCommandsModel.loadResource("SpeechCommands.safetensors", CheckpointNames.map());
        float[] speech = new float[49 * 13];
        float[] logits = new float[22];
        float[] word = new float[22];
        System.out.println(model.summary());
        System.out.println("Time:           " + Stopwatch.median(() -> model.predict(speech, logits, word)));
    }
}
