package com.acme;

import java.util.Arrays;

/** Classifies one flower, with the class that the build made of {@code src/main/models/flowers.onnx}. */
public final class Main {
    private Main() {}

    /** Prints the probabilities of the three kinds. */
    public static void main(String[] args) throws Exception {
        FlowersModel model = FlowersModel.load();
        float[] petalsAndSepals = {5.1f, 3.5f, 1.4f, 0.2f};
        System.out.println(Arrays.toString(model.predict(petalsAndSepals)));
    }
}
