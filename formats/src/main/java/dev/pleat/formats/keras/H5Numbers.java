package dev.pleat.formats.keras;

import dev.pleat.formats.FormatException;
import java.nio.file.Path;

/** Arrays of HDF5's types of numbers as float32. */
final class H5Numbers {
    private H5Numbers() {}

    /**
     * Converts an array.
     *
     * @param path the file, for messages
     * @param name the array, for messages
     * @param data what the library gives: an array of numbers, a single one, or bytes of unknown meaning
     * @param count how many numbers there should be
     * @param brain whether the values are bfloat16
     */
    static float[] floats(Path path, String name, Object data, int count, boolean brain) throws FormatException {
        float[] floats = brain ? brainFloats(data) : floats(data);
        if (floats == null) {
            throw new FormatException(
                    path, name + " does not hold numbers but " + data.getClass().getSimpleName());
        } else if (floats.length != count) {
            throw new FormatException(
                    path, "%s should hold %d numbers but holds %d".formatted(name, count, floats.length));
        }
        return floats;
    }

    private static float[] floats(Object data) {
        if (data instanceof float[] floats) {
            return floats;
        } else if (data instanceof double[] doubles) {
            float[] floats = new float[doubles.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) doubles[i];
            }
            return floats;
        } else if (data instanceof Number number) {
            return new float[] {number.floatValue()};
        } else if (data instanceof int[] integers) {
            float[] floats = new float[integers.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = integers[i];
            }
            return floats;
        } else if (data instanceof long[] integers) {
            float[] floats = new float[integers.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = integers[i];
            }
            return floats;
        }
        return small(data);
    }

    private static float[] small(Object data) {
        if (data instanceof short[] integers) {
            float[] floats = new float[integers.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = integers[i];
            }
            return floats;
        } else if (data instanceof byte[] integers) {
            float[] floats = new float[integers.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = integers[i];
            }
            return floats;
        }
        return null;
    }

    // Two bytes each, little endian: the upper half of a float.
    private static float[] brainFloats(Object data) {
        if (data instanceof byte[] bytes && bytes.length % 2 == 0) {
            float[] floats = new float[bytes.length / 2];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = brainFloat(bytes[2 * i + 1] << 8 | bytes[2 * i] & 0xff);
            }
            return floats;
        } else if (data instanceof short[] shorts) {
            float[] floats = new float[shorts.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = brainFloat(shorts[i]);
            }
            return floats;
        } else if (data instanceof int[] integers) {
            float[] floats = new float[integers.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = brainFloat(integers[i]);
            }
            return floats;
        } else if (data instanceof byte[][] rows) {
            float[] floats = new float[rows.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = rows[i].length == 2 ? brainFloat(rows[i][1] << 8 | rows[i][0] & 0xff) : Float.NaN;
            }
            return floats;
        }
        return floats(data);
    }

    private static float brainFloat(int bits) {
        return Float.intBitsToFloat(bits << 16);
    }
}
