package dev.pleat.benchmarks;

/**
 * One engine's result for one model.
 *
 * @param model the network
 * @param engine the engine's profile
 * @param threads the threads of a prediction
 * @param samples the samples of a prediction
 * @param timing the times; null if it failed
 * @param allocated bytes on the heap for each prediction
 * @param error the largest difference from the reference, as a share of the reference's largest value; NaN if it computes other weights
 * @param modelBytes the file with the weights
 * @param configuration how the engine was set up
 * @param failure why there is no result, or what is wrong with it; empty if nothing is
 */
record Row(
        String model,
        String engine,
        int threads,
        int samples,
        Timing timing,
        double allocated,
        double error,
        long modelBytes,
        String configuration,
        String failure) {

    static Row failed(String model, String engine, int threads, int samples, String reason) {
        return new Row(model, engine, threads, samples, null, Double.NaN, Double.NaN, 0, "", reason);
    }

    boolean succeeded() {
        return timing != null;
    }
}
