package dev.pleat.examples.driving;

import dev.pleat.examples.Stopwatch;
import java.util.Locale;
import java.util.Random;

/** Drives once, by a random image: shows how to pass two inputs and read two outputs. */
public final class Main {

    private Main() {}

    /**
     * Runs the example.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        DriverModel model = DriverModel.load();
        float[] camera = new float[32 * 48 * 3];
        Random random = new Random(1);
        for (int i = 0; i < camera.length; i++) {
            camera[i] = random.nextFloat();
        }
        float[] car = {13.9f, 0.2f, -0.05f};

        DriverModel.Outputs outputs = model.predict(camera, car);

        float[] steering = new float[1];
        float[] brake = new float[1];
        System.out.println(model.summary());
        System.out.printf(
                Locale.ROOT, "Steering:       %.3f, brake: %.3f%n", outputs.steering()[0], outputs.brake()[0]);
        System.out.println("Time:           " + Stopwatch.median(() -> model.predict(camera, car, steering, brake)));
    }
}
