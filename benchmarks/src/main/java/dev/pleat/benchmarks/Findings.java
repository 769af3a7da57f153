package dev.pleat.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was measured in one run. */
final class Findings {
    Machine machine;
    final List<Row> latency = new ArrayList<>();
    final List<Row> batches = new ArrayList<>();
    final Map<String, Profile> layers = new LinkedHashMap<>();
    final List<Callers> callers = new ArrayList<>();
    final List<Start> starts = new ArrayList<>();

    /**
     * Where the time of a prediction goes.
     *
     * @param whole microseconds of a prediction that is not timed within
     * @param layers the layers
     */
    record Profile(double whole, List<Layer> layers) {}

    /**
     * What two threads predict that share a model, medians of the rounds.
     *
     * @param model the network
     * @param engine the engine's profile
     * @param one predictions a second of one thread
     * @param two predictions a second of both
     */
    record Callers(String model, String engine, double one, double two) {}

    /**
     * How an engine begins in a fresh JVM.
     *
     * @param model the network
     * @param engine the engine's profile
     * @param java the version of the JVM
     * @param firstMillis from the start of the process to the first prediction
     * @param peakMillis from the start of the process to 90 % of the speed at the end; 0 if it was not reached
     * @param steadyMicros the median at the end
     * @param worst how many times that the slowest twenty predictions took, after the first 200
     * @param failure why there are no numbers
     */
    record Start(
            String model,
            String engine,
            String java,
            double firstMillis,
            double peakMillis,
            double steadyMicros,
            double worst,
            String failure) {}

    Findings(Machine machine) {
        this.machine = machine;
    }
}
