package dev.pleat.benchmarks.dl4j;

import dev.pleat.benchmarks.engine.Engine;
import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.benchmarks.net.Folded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** DL4J on ND4J's native backend, from its configuration API. */
public final class Dl4j implements Engine {

    @Override
    public String name() {
        return "DL4J 1.0.0-M2.1";
    }

    @Override
    public Session open(Task task) throws IOException {
        System.setProperty("org.bytedeco.javacpp.platform.extension", extension());
        Folded folded = Folded.of(task.net(), task.weights());
        Nd4j.getEnvironment().setMaxThreads(task.threads());
        Nd4j.getEnvironment().setMaxMasterThreads(task.threads());
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(task.threads());
        ComputationGraph graph = new GraphConfiguration(folded).build();
        return new GraphSession(graph, task, true);
    }

    /** Which of ND4J's builds suits this processor. */
    static String extension() throws IOException {
        Path processor = Path.of("/proc/cpuinfo");
        return Files.exists(processor) && Files.readString(processor).contains("avx512f") ? "-avx512" : "-avx2";
    }
}
