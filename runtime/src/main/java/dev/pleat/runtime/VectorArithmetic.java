package dev.pleat.runtime;

import static dev.pleat.runtime.Lanes.CLASS;
import static dev.pleat.runtime.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The vector forms of {@link Arithmetic}: whole vectors, then the scalar form for the rest. Two shared values take it
 * too. A negative length asks for nothing but to be counted, for {@link WarmUp}.
 *
 * <p>For the style see {@link Lanes}.
 */
final class VectorArithmetic {
    private static final int LANES = Lanes.COUNT;

    private VectorArithmetic() {}

    static void add(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = xStep + yStep == 0 ? 0 : n - n % LANES;
        float x0 = n > 0 ? x[xAt] : 0f;
        float y0 = n > 0 ? y[yAt] : 0f;
        if (xStep == 1 && yStep == 1) {
            for (int i = 0; i < whole; i += LANES) {
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
                v.add(FloatVector.fromArray(SPECIES, y, yAt + i)).intoArray(z, zAt + i);
            }
        } else if (xStep == 1) {
            add(x, xAt, z, zAt, whole, y0);
        } else if (yStep == 1) {
            add(y, yAt, z, zAt, whole, x0);
        }
        ScalarArithmetic.add(
                x0, x, xAt + whole * xStep, xStep, y0, y, yAt + whole * yStep, yStep, z, zAt + whole, n - whole);
    }

    /** {@code z = x + value}. */
    static void add(float[] x, int xAt, float[] z, int zAt, int n, float value) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = n - n % LANES;
        FloatVector shared = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, value));
        for (int i = 0; i < whole; i += LANES) {
            shared.add(FloatVector.fromArray(SPECIES, x, xAt + i)).intoArray(z, zAt + i);
        }
        for (int i = whole; i < n; i++) {
            z[zAt + i] = x[xAt + i] + value;
        }
    }

    static void subtract(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = xStep + yStep == 0 ? 0 : n - n % LANES;
        float x0 = n > 0 ? x[xAt] : 0f;
        float y0 = n > 0 ? y[yAt] : 0f;
        if (xStep == 1 && yStep == 1) {
            for (int i = 0; i < whole; i += LANES) {
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
                v.sub(FloatVector.fromArray(SPECIES, y, yAt + i)).intoArray(z, zAt + i);
            }
        } else if (xStep == 1) {
            add(x, xAt, z, zAt, whole, -y0);
        } else if (yStep == 1) {
            subtractFrom(x0, y, yAt, z, zAt, whole);
        }
        ScalarArithmetic.subtract(
                x0, x, xAt + whole * xStep, xStep, y0, y, yAt + whole * yStep, yStep, z, zAt + whole, n - whole);
    }

    private static void subtractFrom(float value, float[] y, int yAt, float[] z, int zAt, int whole) {
        FloatVector shared = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, value));
        for (int i = 0; i < whole; i += LANES) {
            shared.sub(FloatVector.fromArray(SPECIES, y, yAt + i)).intoArray(z, zAt + i);
        }
    }

    static void multiply(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = xStep + yStep == 0 ? 0 : n - n % LANES;
        float x0 = n > 0 ? x[xAt] : 0f;
        float y0 = n > 0 ? y[yAt] : 0f;
        if (xStep == 1 && yStep == 1) {
            for (int i = 0; i < whole; i += LANES) {
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
                v.mul(FloatVector.fromArray(SPECIES, y, yAt + i)).intoArray(z, zAt + i);
            }
        } else if (xStep == 1) {
            scale(x, xAt, z, zAt, whole, y0);
        } else if (yStep == 1) {
            scale(y, yAt, z, zAt, whole, x0);
        }
        ScalarArithmetic.multiply(
                x0, x, xAt + whole * xStep, xStep, y0, y, yAt + whole * yStep, yStep, z, zAt + whole, n - whole);
    }

    static void maximum(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = xStep + yStep == 0 ? 0 : n - n % LANES;
        float x0 = n > 0 ? x[xAt] : 0f;
        float y0 = n > 0 ? y[yAt] : 0f;
        if (xStep == 1 && yStep == 1) {
            for (int i = 0; i < whole; i += LANES) {
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
                v.max(FloatVector.fromArray(SPECIES, y, yAt + i)).intoArray(z, zAt + i);
            }
        } else if (xStep == 1) {
            maximum(x, xAt, z, zAt, whole, y0);
        } else if (yStep == 1) {
            maximum(y, yAt, z, zAt, whole, x0);
        }
        ScalarArithmetic.maximum(
                x0, x, xAt + whole * xStep, xStep, y0, y, yAt + whole * yStep, yStep, z, zAt + whole, n - whole);
    }

    private static void maximum(float[] x, int xAt, float[] z, int zAt, int whole, float value) {
        FloatVector shared = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, value));
        for (int i = 0; i < whole; i += LANES) {
            shared.max(FloatVector.fromArray(SPECIES, x, xAt + i)).intoArray(z, zAt + i);
        }
    }

    static void minimum(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = xStep + yStep == 0 ? 0 : n - n % LANES;
        float x0 = n > 0 ? x[xAt] : 0f;
        float y0 = n > 0 ? y[yAt] : 0f;
        if (xStep == 1 && yStep == 1) {
            for (int i = 0; i < whole; i += LANES) {
                FloatVector v = (FloatVector) CLASS.cast(FloatVector.fromArray(SPECIES, x, xAt + i));
                v.min(FloatVector.fromArray(SPECIES, y, yAt + i)).intoArray(z, zAt + i);
            }
        } else if (xStep == 1) {
            minimum(x, xAt, z, zAt, whole, y0);
        } else if (yStep == 1) {
            minimum(y, yAt, z, zAt, whole, x0);
        }
        ScalarArithmetic.minimum(
                x0, x, xAt + whole * xStep, xStep, y0, y, yAt + whole * yStep, yStep, z, zAt + whole, n - whole);
    }

    private static void minimum(float[] x, int xAt, float[] z, int zAt, int whole, float value) {
        FloatVector shared = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, value));
        for (int i = 0; i < whole; i += LANES) {
            shared.min(FloatVector.fromArray(SPECIES, x, xAt + i)).intoArray(z, zAt + i);
        }
    }

    static void scale(float[] x, int xAt, float[] z, int zAt, int n, float factor) {
        if (n < 0) {
            for (int i = n; i < 0; i++) {
                // HotSpot counts the rounds.
            }
            return;
        }
        int whole = n - n % LANES;
        FloatVector shared = (FloatVector) CLASS.cast(FloatVector.broadcast(SPECIES, factor));
        for (int i = 0; i < whole; i += LANES) {
            shared.mul(FloatVector.fromArray(SPECIES, x, xAt + i)).intoArray(z, zAt + i);
        }
        ScalarArithmetic.scale(x, xAt + whole, z, zAt + whole, n - whole, factor);
    }
}
