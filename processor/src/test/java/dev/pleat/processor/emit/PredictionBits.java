package dev.pleat.processor.emit;

import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.TensorSpec;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A process that prints the results of models, bit for bit. */
final class PredictionBits {
    private static final int PREDICTIONS = 200;

    private PredictionBits() {}

    /**
     * Prints for each model and two inputs a hash of the bits of each output.
     *
     * @param args {@code bits}, or {@code warm} to print all again once the model is warm, and what is left to do then; and
     *     the classes of models
     */
    public static void main(String[] args) throws ReflectiveOperationException, InterruptedException {
        boolean warm = args[0].equals("warm");
        for (String name : Arrays.asList(args).subList(1, args.length)) {
            Class<?> type = Class.forName(name);
            var load = type.getDeclaredMethod("load", Map.class);
            load.setAccessible(true);
            CompiledModel model = (CompiledModel) load.invoke(null, weights(type));
            print(name, model, System.out);
            if (warm) {
                model.warmUp();
                print(name, model, System.out);
                System.out.println("allocated " + allocated(model));
                System.out.println("threads " + warmingThreads());
            }
        }
    }

    private static void print(String name, CompiledModel model, PrintStream out) {
        for (int sample = 0; sample < 2; sample++) {
            model.predict(numbers(model.inputs(), "input" + sample)).forEach((output, values) -> {
                int[] bits = new int[values.length];
                for (int i = 0; i < bits.length; i++) {
                    bits[i] = Float.floatToIntBits(values[i]);
                }
                out.println(name + " " + output + " " + Arrays.hashCode(bits));
            });
        }
    }

    private static long allocated(CompiledModel model) {
        Map<String, float[]> inputs = numbers(model.inputs(), "input");
        Map<String, float[]> outputs = model.predict(inputs);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 50 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < PREDICTIONS; i++) {
                model.predict(inputs, outputs);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least / PREDICTIONS;
    }

    private static long warmingThreads() throws InterruptedException {
        long count = 1;
        for (int wait = 0; wait < 100 && count > 0; wait++) {
            Thread.sleep(50);
            count = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("pleat-warm-up"))
                    .count();
        }
        return count;
    }

    private static Map<String, float[]> weights(Class<?> type) throws ReflectiveOperationException {
        var specs = type.getDeclaredMethod("specs");
        specs.setAccessible(true);
        return numbers((Iterable<?>) specs.invoke(null), "weights");
    }

    private static Map<String, float[]> numbers(Iterable<?> specs, String seed) {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        for (Object each : specs) {
            TensorSpec spec = (TensorSpec) each;
            Random random = new Random((seed + spec.name()).hashCode());
            boolean variance = spec.name().endsWith("variance");
            float[] values = new float[spec.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = variance ? 0.5f + random.nextFloat() : random.nextFloat() - 0.5f;
            }
            numbers.put(spec.name(), values);
        }
        return numbers;
    }
}
