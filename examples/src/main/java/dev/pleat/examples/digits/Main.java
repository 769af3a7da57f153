package dev.pleat.examples.digits;

import dev.pleat.examples.Stopwatch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Classifies the 1,000 test images with both networks, or the images in files that are named.
 *
 * <p>A file is a picture of one digit in PNG, JPEG, GIF or BMP, of any size and either way round, dark on light or light
 * on dark; or an IDX file of images of 28 by 28 pixels, as MNIST's, plain or compressed by gzip.
 */
public final class Main {

    private static final int SHOWN = 3;

    private final PrintStream out;
    private final DigitsMlpModel mlp = DigitsMlpModel.load();
    private final DigitsCnnModel cnn = DigitsCnnModel.load();

    private Main(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the example.
     *
     * @param args image files; none for the test images
     */
    public static void main(String[] args) {
        int status = run(args, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs the example and returns the exit code: 1 if a file cannot be read, and {@code err} says why. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            if (args.length == 0) {
                new Main(out).classifyTestImages();
                return 0;
            }
            // All files are read first, so that a wrong name is told alone.
            List<List<DigitImage>> files = new ArrayList<>();
            for (String name : args) {
                files.add(images(name));
            }
            new Main(out).classify(args, files);
            return 0;
        } catch (IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static List<DigitImage> images(String name) throws IOException {
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw new IOException("it is a directory");
            }
            byte[] bytes = Files.readAllBytes(file);
            return IdxFile.isIdx(bytes)
                    ? DigitImage.of(IdxFile.read(bytes))
                    : List.of(DigitImage.of(GreyImage.read(bytes)));
        } catch (NoSuchFileException e) {
            throw new IOException(name + ": there is no such file", e);
        } catch (IOException | IllegalArgumentException e) {
            boolean denied = e instanceof AccessDeniedException;
            throw new IOException(name + ": cannot read it: " + (denied ? "access is denied" : e.getMessage()), e);
        }
    }

    private void classify(String[] names, List<List<DigitImage>> files) {
        for (int f = 0; f < names.length; f++) {
            List<DigitImage> images = files.get(f);
            for (int i = 0; i < images.size(); i++) {
                DigitImage image = images.get(i);
                out.println(images.size() == 1 ? names[f] : names[f] + ", image " + i);
                if (i < SHOWN) {
                    out.print(image.toText());
                }
                out.println("  " + verdicts(image));
            }
        }
    }

    private void classifyTestImages() throws IOException {
        TestSet test = TestSet.load();
        for (int i = 0; i < SHOWN; i++) {
            DigitImage image = test.images().get(i);
            out.print(image.toText());
            out.println("  a " + test.labels()[i] + "; " + verdicts(image));
            out.println();
        }
        byte[] image = test.images().get(0).pixels();
        float[] digit = new float[10];
        report(mlp.summary(), test, mlp::predict, () -> mlp.predict(image, digit));
        report(cnn.summary(), test, cnn::predict, () -> cnn.predict(image, digit));
    }

    private void report(String summary, TestSet test, TestSet.Classifier classifier, Runnable prediction) {
        out.println(summary);
        out.println();
        out.printf(
                Locale.ROOT,
                "Right:          %.1f %% of %,d test images%n",
                100 * test.accuracy(classifier),
                test.labels().length);
        out.println("Time per image: " + Stopwatch.median(prediction));
        out.println();
    }

    private String verdicts(DigitImage image) {
        float[] dense = mlp.predict(image.pixels());
        float[] convolutional = cnn.predict(image.pixels());
        return "DigitsMlp says " + verdict(dense) + ", DigitsCnn says " + verdict(convolutional);
    }

    private static String verdict(float[] probabilities) {
        int digit = TestSet.likeliest(probabilities);
        return String.format(Locale.ROOT, "%d (%.1f %%)", digit, 100 * probabilities[digit]);
    }
}
