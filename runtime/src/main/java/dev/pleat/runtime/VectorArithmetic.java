package dev.pleat.runtime;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector forms of {@link Arithmetic}.
 *
 * <p>The last vector of a span ends where the span ends and so may overlap the one before it. It is computed first and
 * stored last: in place, the others overwrite what it reads. Spans shorter than a vector, and two shared values, take the
 * scalar form.
 */
final class VectorArithmetic {
    private static final VectorSpecies<Float> SPECIES = Species.PREFERRED;
    private static final int LANES = SPECIES.length();

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
            FloatVector end = load(x, xAt + last).add(load(y, yAt + last));
            for (int i = 0; i < last; i += LANES) {
                load(x, xAt + i).add(load(y, yAt + i)).intoArray(z, zAt + i);
            }
            end.intoArray(z, zAt + last);
        }
    }

    private static void add(float[] x, int xAt, float[] z, int zAt, int n, float value) {
        FloatVector shared = FloatVector.broadcast(SPECIES, value);
        int last = n - LANES;
        FloatVector end = load(x, xAt + last).add(shared);
        for (int i = 0; i < last; i += LANES) {
            load(x, xAt + i).add(shared).intoArray(z, zAt + i);
        }
        end.intoArray(z, zAt + last);
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
            FloatVector end = load(x, xAt + last).sub(load(y, yAt + last));
            for (int i = 0; i < last; i += LANES) {
                load(x, xAt + i).sub(load(y, yAt + i)).intoArray(z, zAt + i);
            }
            end.intoArray(z, zAt + last);
        }
    }

    private static void subtract(float value, float[] y, int yAt, float[] z, int zAt, int n) {
        FloatVector shared = FloatVector.broadcast(SPECIES, value);
        int last = n - LANES;
        FloatVector end = shared.sub(load(y, yAt + last));
        for (int i = 0; i < last; i += LANES) {
            shared.sub(load(y, yAt + i)).intoArray(z, zAt + i);
        }
        end.intoArray(z, zAt + last);
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
            FloatVector end = load(x, xAt + last).mul(load(y, yAt + last));
            for (int i = 0; i < last; i += LANES) {
                load(x, xAt + i).mul(load(y, yAt + i)).intoArray(z, zAt + i);
            }
            end.intoArray(z, zAt + last);
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
            FloatVector end = load(x, xAt + last).max(load(y, yAt + last));
            for (int i = 0; i < last; i += LANES) {
                load(x, xAt + i).max(load(y, yAt + i)).intoArray(z, zAt + i);
            }
            end.intoArray(z, zAt + last);
        }
    }

    private static void maximum(float[] x, int xAt, float[] z, int zAt, int n, float value) {
        FloatVector shared = FloatVector.broadcast(SPECIES, value);
        int last = n - LANES;
        FloatVector end = load(x, xAt + last).max(shared);
        for (int i = 0; i < last; i += LANES) {
            load(x, xAt + i).max(shared).intoArray(z, zAt + i);
        }
        end.intoArray(z, zAt + last);
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
            FloatVector end = load(x, xAt + last).min(load(y, yAt + last));
            for (int i = 0; i < last; i += LANES) {
                load(x, xAt + i).min(load(y, yAt + i)).intoArray(z, zAt + i);
            }
            end.intoArray(z, zAt + last);
        }
    }

    private static void minimum(float[] x, int xAt, float[] z, int zAt, int n, float value) {
        FloatVector shared = FloatVector.broadcast(SPECIES, value);
        int last = n - LANES;
        FloatVector end = load(x, xAt + last).min(shared);
        for (int i = 0; i < last; i += LANES) {
            load(x, xAt + i).min(shared).intoArray(z, zAt + i);
        }
        end.intoArray(z, zAt + last);
    }

    static void scale(float[] x, int xAt, float[] z, int zAt, int n, float factor) {
        if (n < LANES) {
            ScalarArithmetic.scale(x, xAt, z, zAt, n, factor);
            return;
        }
        FloatVector shared = FloatVector.broadcast(SPECIES, factor);
        int last = n - LANES;
        FloatVector end = load(x, xAt + last).mul(shared);
        for (int i = 0; i < last; i += LANES) {
            load(x, xAt + i).mul(shared).intoArray(z, zAt + i);
        }
        end.intoArray(z, zAt + last);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
