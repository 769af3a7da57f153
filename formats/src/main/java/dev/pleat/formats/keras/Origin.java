package dev.pleat.formats.keras;

import java.util.Locale;

/**
 * What wrote a file.
 *
 * @param major the major version of Keras: 1, 2 or 3
 * @param version the version as the file has it; empty if it has none
 * @param backend what Keras computed with, {@code tensorflow} or {@code theano}; empty if the file does not say
 */
record Origin(int major, String version, String backend) {
    /**
     * Tells from what a file says.
     *
     * @param version its {@code keras_version}; empty if it has none
     * @param backend its {@code backend}; empty if it has none
     * @param config its layers as a text, which shows the version where the file does not say
     */
    static Origin of(String version, String backend, String config) {
        int major;
        if (version.matches("[1-9]\\..*")) {
            major = Math.min(3, version.charAt(0) - '0');
        } else if (config.contains("\"keras_history\"") || config.contains("\"batch_shape\"")) {
            major = 3;
        } else {
            boolean first = config.contains("\"nb_filter\"")
                    || config.contains("\"output_dim\"") && !config.contains("\"Embedding\"")
                    || config.contains("\"border_mode\"");
            major = first ? 1 : 2;
        }
        return new Origin(major, version, backend.toLowerCase(Locale.ROOT));
    }

    /** {@return whether convolutions turn their kernels round} */
    boolean flipsKernels() {
        return backend.equals("theano");
    }
}
