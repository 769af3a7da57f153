package dev.pleat.runtime;

import java.util.Arrays;

/**
 * A map {@code y = scale[c] * x + shift[c]} of each channel {@code c}, in double precision: what a batch norm, a
 * normalization or a rescaling does at inference. Immutable.
 *
 * <p>A map of one channel acts on any number of channels where maps are combined.
 */
public final class ChannelAffine {
    /** The least deviation that a normalization divides by, as in Keras. */
    private static final double MIN_DEVIATION = 1e-7;

    private static final int MAX_NAMED = 10;

    private final double[] scale;
    private final double[] shift;

    // Takes the arrays without copying them.
    private ChannelAffine(double[] scale, double[] shift) {
        this.scale = scale;
        this.shift = shift;
        boolean[] wrong = new boolean[scale.length];
        for (int c = 0; c < wrong.length; c++) {
            wrong[c] = !Double.isFinite(scale[c]) || !Double.isFinite(shift[c]);
        }
        refuse(wrong, "scale or shift is not finite");
    }

    /**
     * Returns the map that changes nothing.
     *
     * @param channels the number of channels, at least 1
     * @return the identity
     */
    public static ChannelAffine identity(int channels) {
        double[] ones = new double[atLeastOne(channels, "channels")];
        Arrays.fill(ones, 1);
        return new ChannelAffine(ones, new double[channels]);
    }

    /**
     * Returns a map of given numbers.
     *
     * @param scale the factor of each channel, or one for all
     * @param shift the summand of each channel, or one for all
     * @return the map, of as many channels as the longer array
     * @throws IllegalArgumentException if an array is empty or the lengths differ and neither is 1
     * @throws WeightsException if a number is not finite
     */
    public static ChannelAffine of(double[] scale, double[] shift) {
        int channels = common(scale.length, shift.length);
        return new ChannelAffine(spread(scale, channels), spread(shift, channels));
    }

    /**
     * Returns what batch normalization does at inference: {@code gamma * (x - mean) / sqrt(variance + epsilon) + beta}.
     *
     * @param gamma the factors, or null for 1
     * @param beta the summands, or null for 0
     * @param mean the moving mean
     * @param variance the moving variance
     * @param epsilon what is added to the variance; rounded to float32, as in the frameworks that train
     * @return the map, of as many channels as the arrays
     * @throws WeightsException if variance and epsilon add up to zero or less in a channel, or a value is not finite
     * @throws IllegalArgumentException if the arrays are empty or differ in length
     */
    public static ChannelAffine batchNorm(float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
        int channels = atLeastOne(mean.length, "channels");
        checkLength("variance", variance.length, channels);
        checkLength("gamma", gamma == null ? channels : gamma.length, channels);
        checkLength("beta", beta == null ? channels : beta.length, channels);
        double rounded = (float) epsilon;
        boolean[] wrong = new boolean[channels];
        boolean any = false;
        for (int c = 0; c < channels; c++) {
            wrong[c] = !(variance[c] + rounded > 0);
            any |= wrong[c];
        }
        if (any) {
            refuse(wrong, "variance plus epsilon (" + epsilon + ") is not positive");
        }
        double[] scale = new double[channels];
        double[] shift = new double[channels];
        for (int c = 0; c < channels; c++) {
            scale[c] = (gamma == null ? 1 : gamma[c]) / Math.sqrt(variance[c] + rounded);
            shift[c] = (beta == null ? 0 : beta[c]) - mean[c] * scale[c];
        }
        return new ChannelAffine(scale, shift);
    }

    /**
     * Returns what Keras's {@code Normalization} does: {@code (x - mean) / max(sqrt(variance), 1e-7)}.
     *
     * @param mean the mean of each channel, or one for all
     * @param variance the variance of each channel, or one for all
     * @param invert whether to undo it instead: {@code mean + x * max(sqrt(variance), 1e-7)}
     * @return the map, of as many channels as the longer array
     * @throws WeightsException if a variance is negative, or a value is not finite
     * @throws IllegalArgumentException if an array is empty or the lengths differ and neither is 1
     */
    public static ChannelAffine normalization(double[] mean, double[] variance, boolean invert) {
        int channels = common(mean.length, variance.length);
        double[] means = spread(mean, channels);
        double[] variances = spread(variance, channels);
        boolean[] wrong = new boolean[channels];
        for (int c = 0; c < channels; c++) {
            wrong[c] = !(variances[c] >= 0);
        }
        refuse(wrong, "variance is negative");
        double[] scale = new double[channels];
        double[] shift = new double[channels];
        for (int c = 0; c < channels; c++) {
            double deviation = Math.max(Math.sqrt(variances[c]), MIN_DEVIATION);
            scale[c] = invert ? deviation : 1 / deviation;
            shift[c] = invert ? means[c] : -means[c] / deviation;
        }
        return new ChannelAffine(scale, shift);
    }

    /**
     * Returns this map followed by another: {@code next(this(x))}.
     *
     * @param next what is done to the result of this one
     * @return both in one
     * @throws IllegalArgumentException if the numbers of channels differ and neither is 1
     */
    public ChannelAffine then(ChannelAffine next) {
        int channels = common(channels(), next.channels());
        ChannelAffine first = spread(channels);
        ChannelAffine second = next.spread(channels);
        double[] scales = new double[channels];
        double[] shifts = new double[channels];
        for (int c = 0; c < channels; c++) {
            scales[c] = second.scale[c] * first.scale[c];
            shifts[c] = second.scale[c] * first.shift[c] + second.shift[c];
        }
        return new ChannelAffine(scales, shifts);
    }

    /**
     * Returns the map of the channels repeated one whole after the other, c0…cn, c0…cn: what becomes of it when its
     * channels, the last dimension, are flattened together with others.
     *
     * @param times how often, at least 1
     * @return the map, of {@code times} as many channels
     */
    public ChannelAffine repeat(int times) {
        int channels = Math.multiplyExact(channels(), atLeastOne(times, "times"));
        double[] scales = new double[channels];
        double[] shifts = new double[channels];
        for (int at = 0; at < channels; at += channels()) {
            System.arraycopy(scale, 0, scales, at, channels());
            System.arraycopy(shift, 0, shifts, at, channels());
        }
        return new ChannelAffine(scales, shifts);
    }

    /** Returns this map for a number of channels: itself, or if it has one channel, that one for each of them. */
    ChannelAffine spread(int channels) {
        if (channels() == channels) {
            return this;
        }
        if (channels() != 1) {
            throw new IllegalArgumentException("a map of %d channels cannot act on %d".formatted(channels(), channels));
        }
        return repeat(channels);
    }

    /**
     * Returns the number of channels.
     *
     * @return at least 1
     */
    public int channels() {
        return scale.length;
    }

    /**
     * Returns the factor of a channel.
     *
     * @param channel the channel, from 0
     * @return its factor, finite
     */
    public double scale(int channel) {
        return scale[channel];
    }

    /**
     * Returns the summand of a channel.
     *
     * @param channel the channel, from 0
     * @return its summand, finite
     */
    public double shift(int channel) {
        return shift[channel];
    }

    /**
     * Returns the factors as float32: rounded once, subnormal ones as 0.
     *
     * @return a new array
     * @throws WeightsException if a factor is too large for float32, naming the channel
     */
    public float[] scales() {
        return rounded(scale, "scale");
    }

    /**
     * Returns the summands as float32: rounded once, subnormal ones as 0.
     *
     * @return a new array
     * @throws WeightsException if a summand is too large for float32, naming the channel
     */
    public float[] shifts() {
        return rounded(shift, "shift");
    }

    /** Returns the number of channels, and the map itself if there is one only. */
    @Override
    public String toString() {
        return channels() == 1
                ? "%s * x + %s".formatted(scale[0], shift[0])
                : "affine map of %d channels".formatted(channels());
    }

    private static float[] rounded(double[] values, String what) {
        float[] rounded = new float[values.length];
        boolean[] wrong = new boolean[values.length];
        for (int c = 0; c < values.length; c++) {
            rounded[c] = Float32.folded(values[c]);
            wrong[c] = !Float.isFinite(rounded[c]);
        }
        refuse(wrong, what + " is too large for float32");
        return rounded;
    }

    private static void refuse(boolean[] wrong, String what) {
        StringBuilder named = new StringBuilder();
        int count = 0;
        for (int c = 0; c < wrong.length; c++) {
            if (wrong[c]) {
                count++;
                if (count <= MAX_NAMED) {
                    named.append(count == 1 ? "" : ", ").append(c);
                }
            }
        }
        if (count > 0) {
            String more = count > MAX_NAMED ? " and %d more".formatted(count - MAX_NAMED) : "";
            throw new WeightsException("%s in channel%s %s%s".formatted(what, count == 1 ? "" : "s", named, more));
        }
    }

    private static double[] spread(double[] values, int channels) {
        if (values.length == channels) {
            return values.clone();
        }
        double[] spread = new double[channels];
        Arrays.fill(spread, values[0]);
        return spread;
    }

    private static int common(int one, int other) {
        if (one != other && one != 1 && other != 1 || one == 0 || other == 0) {
            throw new IllegalArgumentException("%d channels cannot meet %d".formatted(one, other));
        }
        return Math.max(one, other);
    }

    private static int atLeastOne(int count, String what) {
        if (count < 1) {
            throw new IllegalArgumentException("%s must be at least 1, not %d".formatted(what, count));
        }
        return count;
    }

    private static void checkLength(String what, int length, int channels) {
        if (length != channels) {
            throw new IllegalArgumentException("%s has %d channels, not %d".formatted(what, length, channels));
        }
    }
}
