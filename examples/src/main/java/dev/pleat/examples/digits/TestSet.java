package dev.pleat.examples.digits;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The test images, and which digits they are.
 *
 * @param images the images
 * @param labels the digit of each, 0 to 9
 */
record TestSet(List<DigitImage> images, byte[] labels) {

    /** Loads the 1,000 test images from the class path. */
    static TestSet load() throws IOException {
        IdxFile images = IdxFile.read(resource("test-images-idx3-ubyte.gz"));
        IdxFile labels = IdxFile.read(resource("test-labels-idx1-ubyte.gz"));
        return new TestSet(DigitImage.of(images), labels.bytes());
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = TestSet.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("the resource " + name + " is missing");
            }
            return in.readAllBytes();
        }
    }

    /** Returns the share of images whose likeliest digit is the right one. */
    double accuracy(Classifier classifier) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += likeliest(classifier.probabilities(images.get(i).pixels())) == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /** Returns the index of the largest of some probabilities. */
    static int likeliest(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }

    /** Tells digits apart. */
    @FunctionalInterface
    interface Classifier {
        /** Returns the probability of each digit, given the pixels of an image. */
        float[] probabilities(byte[] pixels);
    }
}
