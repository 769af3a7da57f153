package dev.pleat.formats.weights;

/** The values of an array, in one of the three Java types that hold every number type of the files without loss. */
sealed interface Numbers {
    /** Returns how many values there are. */
    int size();

    /** Returns the values as float32, rounded; the array itself where it is one. */
    float[] floats();

    /** Returns the values as float64; the array itself where it is one. */
    double[] doubles();

    /** Values that are at most single precision. */
    record Floats(float[] values) implements Numbers {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public float[] floats() {
            return values;
        }

        @Override
        public double[] doubles() {
            double[] wide = new double[values.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = values[i];
            }
            return wide;
        }
    }

    /** Values in double precision. */
    record Doubles(double[] values) implements Numbers {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public float[] floats() {
            float[] narrow = new float[values.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (float) values[i];
            }
            return narrow;
        }

        @Override
        public double[] doubles() {
            return values;
        }
    }

    /** Integers and truth values, 0 and 1. */
    record Longs(long[] values) implements Numbers {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public float[] floats() {
            float[] narrow = new float[values.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = values[i];
            }
            return narrow;
        }

        @Override
        public double[] doubles() {
            double[] wide = new double[values.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = values[i];
            }
            return wide;
        }
    }
}
