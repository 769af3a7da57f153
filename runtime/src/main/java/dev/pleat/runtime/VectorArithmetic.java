package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;

/**
 * The vector forms of {@link Arithmetic}.
 *
 * <p>The last vector of a span ends where the span ends and so may overlap the one before it. It is computed first and
 * stored last: in place, the others overwrite what it reads. Spans shorter than a vector, and two shared values, take the
 * scalar form.
 */
final class VectorArithmetic {
    private static final int LANES = Lanes.COUNT;

    private VectorArithmetic() {}

    static void add(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (n < LANES || xStep + yStep == 0) {
            ScalarArithmetic.add(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        } else if (yStep == 0) {
            add(x, xAt, z, zAt, n, y[yAt]);
        } else if (xStep == 0) {
            add(y, yAt, z, zAt, n, x[xAt]);
        } else {
            int last = n - LANES;
            FloatVector end = Lanes.add(Lanes.load(x, xAt + last), Lanes.load(y, yAt + last));
            for (int i = 0; i < last; i += LANES) {
                Lanes.store(Lanes.add(Lanes.load(x, xAt + i), Lanes.load(y, yAt + i)), z, zAt + i);
            }
            Lanes.store(end, z, zAt + last);
        }
    }

    private static void add(float[] x, int xAt, float[] z, int zAt, int n, float value) {
        FloatVector shared = Lanes.all(value);
        int last = n - LANES;
        FloatVector end = Lanes.add(Lanes.load(x, xAt + last), shared);
        for (int i = 0; i < last; i += LANES) {
            Lanes.store(Lanes.add(Lanes.load(x, xAt + i), shared), z, zAt + i);
        }
        Lanes.store(end, z, zAt + last);
    }

    static void subtract(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (n < LANES || xStep + yStep == 0) {
            ScalarArithmetic.subtract(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        } else if (yStep == 0) {
            add(x, xAt, z, zAt, n, -y[yAt]);
        } else if (xStep == 0) {
            subtract(x[xAt], y, yAt, z, zAt, n);
        } else {
            int last = n - LANES;
            FloatVector end = Lanes.sub(Lanes.load(x, xAt + last), Lanes.load(y, yAt + last));
            for (int i = 0; i < last; i += LANES) {
                Lanes.store(Lanes.sub(Lanes.load(x, xAt + i), Lanes.load(y, yAt + i)), z, zAt + i);
            }
            Lanes.store(end, z, zAt + last);
        }
    }

    private static void subtract(float value, float[] y, int yAt, float[] z, int zAt, int n) {
        FloatVector shared = Lanes.all(value);
        int last = n - LANES;
        FloatVector end = Lanes.sub(shared, Lanes.load(y, yAt + last));
        for (int i = 0; i < last; i += LANES) {
            Lanes.store(Lanes.sub(shared, Lanes.load(y, yAt + i)), z, zAt + i);
        }
        Lanes.store(end, z, zAt + last);
    }

    static void multiply(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (n < LANES || xStep + yStep == 0) {
            ScalarArithmetic.multiply(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        } else if (yStep == 0) {
            scale(x, xAt, z, zAt, n, y[yAt]);
        } else if (xStep == 0) {
            scale(y, yAt, z, zAt, n, x[xAt]);
        } else {
            int last = n - LANES;
            FloatVector end = Lanes.mul(Lanes.load(x, xAt + last), Lanes.load(y, yAt + last));
            for (int i = 0; i < last; i += LANES) {
                Lanes.store(Lanes.mul(Lanes.load(x, xAt + i), Lanes.load(y, yAt + i)), z, zAt + i);
            }
            Lanes.store(end, z, zAt + last);
        }
    }

    static void maximum(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (n < LANES || xStep + yStep == 0) {
            ScalarArithmetic.maximum(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        } else if (yStep == 0) {
            maximum(x, xAt, z, zAt, n, y[yAt]);
        } else if (xStep == 0) {
            maximum(y, yAt, z, zAt, n, x[xAt]);
        } else {
            int last = n - LANES;
            FloatVector end = Lanes.max(Lanes.load(x, xAt + last), Lanes.load(y, yAt + last));
            for (int i = 0; i < last; i += LANES) {
                Lanes.store(Lanes.max(Lanes.load(x, xAt + i), Lanes.load(y, yAt + i)), z, zAt + i);
            }
            Lanes.store(end, z, zAt + last);
        }
    }

    private static void maximum(float[] x, int xAt, float[] z, int zAt, int n, float value) {
        FloatVector shared = Lanes.all(value);
        int last = n - LANES;
        FloatVector end = Lanes.max(Lanes.load(x, xAt + last), shared);
        for (int i = 0; i < last; i += LANES) {
            Lanes.store(Lanes.max(Lanes.load(x, xAt + i), shared), z, zAt + i);
        }
        Lanes.store(end, z, zAt + last);
    }

    static void minimum(float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, float[] z, int zAt, int n) {
        if (n < LANES || xStep + yStep == 0) {
            ScalarArithmetic.minimum(x, xAt, xStep, y, yAt, yStep, z, zAt, n);
        } else if (yStep == 0) {
            minimum(x, xAt, z, zAt, n, y[yAt]);
        } else if (xStep == 0) {
            minimum(y, yAt, z, zAt, n, x[xAt]);
        } else {
            int last = n - LANES;
            FloatVector end = Lanes.min(Lanes.load(x, xAt + last), Lanes.load(y, yAt + last));
            for (int i = 0; i < last; i += LANES) {
                Lanes.store(Lanes.min(Lanes.load(x, xAt + i), Lanes.load(y, yAt + i)), z, zAt + i);
            }
            Lanes.store(end, z, zAt + last);
        }
    }

    private static void minimum(float[] x, int xAt, float[] z, int zAt, int n, float value) {
        FloatVector shared = Lanes.all(value);
        int last = n - LANES;
        FloatVector end = Lanes.min(Lanes.load(x, xAt + last), shared);
        for (int i = 0; i < last; i += LANES) {
            Lanes.store(Lanes.min(Lanes.load(x, xAt + i), shared), z, zAt + i);
        }
        Lanes.store(end, z, zAt + last);
    }

    static void scale(float[] x, int xAt, float[] z, int zAt, int n, float factor) {
        if (n < LANES) {
            ScalarArithmetic.scale(x, xAt, z, zAt, n, factor);
            return;
        }
        FloatVector shared = Lanes.all(factor);
        int last = n - LANES;
        FloatVector end = Lanes.mul(Lanes.load(x, xAt + last), shared);
        for (int i = 0; i < last; i += LANES) {
            Lanes.store(Lanes.mul(Lanes.load(x, xAt + i), shared), z, zAt + i);
        }
        Lanes.store(end, z, zAt + last);
    }
}
