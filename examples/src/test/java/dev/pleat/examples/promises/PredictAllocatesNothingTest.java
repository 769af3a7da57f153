package dev.pleat.examples.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import dev.pleat.examples.digits.DigitsCnnModel;
import dev.pleat.examples.digits.DigitsMlpModel;
import dev.pleat.examples.tiny.AutoencoderModel;
import dev.pleat.examples.tiny.ImageClassificationModel;
import dev.pleat.runtime.CompiledModel;
import dev.pleat.runtime.TensorSpec;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts the bytes that {@code predict} into arrays allocates: none, once HotSpot has compiled it.
 *
 * <p>Before that, vectors are objects. The warm-up ends at the first 100 predictions in a row that allocated nothing; at
 * the latest when 20,000 predictions were made and 30 seconds are over.
 */
final class PredictAllocatesNothingTest {

    private static final int WARM_UP = 20_000;
    private static final long WARM_UP_NANOS = 30_000_000_000L;
    private static final int RUNS = 100;

    /** Samples of a batch: a whole block, and a few more. */
    private static final int BATCH = 35;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Subject> subjects() {
        return Subject.all();
    }

    /** Returns examples whose dense layers are computed for several samples at a time, and one without such. */
    static Stream<Arguments> batches() {
        DigitsMlpModel mlp = DigitsMlpModel.load();
        DigitsCnnModel cnn = DigitsCnnModel.load();
        AutoencoderModel autoencoder = AutoencoderModel.load();
        ImageClassificationModel images = ImageClassificationModel.load();
        return Stream.of(
                arguments(mlp, batch(mlp, (in, out) -> mlp.predictBatch(BATCH, in.get(0), out.get(0)))),
                arguments(cnn, batch(cnn, (in, out) -> cnn.predictBatch(BATCH, in.get(0), out.get(0)))),
                arguments(
                        autoencoder,
                        batch(autoencoder, (in, out) -> autoencoder.predictBatch(BATCH, in.get(0), out.get(0)))),
                arguments(
                        images,
                        batch(images, (in, out) -> images.predictBatch(BATCH, in.get(0), out.get(0), out.get(1)))));
    }

    private static Runnable batch(CompiledModel model, BiConsumer<List<float[]>, List<float[]>> predict) {
        List<float[]> in = arrays(model.inputs());
        List<float[]> out = arrays(model.outputs());
        return () -> predict.accept(in, out);
    }

    private static List<float[]> arrays(List<TensorSpec> specs) {
        return specs.stream().map(spec -> new float[BATCH * spec.size()]).toList();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void afterWarmUp(Subject subject) {
        Map<String, float[]> inputs = subject.inputs(1);
        Map<String, float[]> outputs = subject.newOutputs();
        assertAllocatesNothing(subject, () -> subject.model().predict(inputs, outputs));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void inBatchesAfterWarmUp(CompiledModel model, Runnable predict) {
        assertAllocatesNothing(model, predict);
    }

    private void assertAllocatesNothing(Object subject, Runnable predict) {
        assumeTrue(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled());
        long begin = System.nanoTime();
        long bytes;
        int calls = 0;
        do {
            bytes = allocated(predict);
            calls += RUNS;
        } while (bytes > 0 && (calls < WARM_UP || System.nanoTime() - begin < WARM_UP_NANOS));

        int warmUp = calls - RUNS;
        double seconds = (System.nanoTime() - begin) / 1e9;
        long perCall = bytes / RUNS;
        System.getLogger("dev.pleat.examples")
                .log(
                        System.Logger.Level.DEBUG,
                        () -> "%s: %d bytes per call after %d calls, %.1f s"
                                .formatted(subject, perCall, warmUp, seconds));
        assertThat(bytes).as("bytes in %d predictions of %s", RUNS, subject).isZero();
    }

    private long allocated(Runnable predict) {
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < RUNS; i++) {
            predict.run();
        }
        return threads.getThreadAllocatedBytes(id) - before;
    }
}
