package dev.pleat.benchmarks.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.pleat.benchmarks.engine.Engine;
import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.benchmarks.net.OnnxWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** ONNX Runtime on its CPU provider, from an ONNX file. */
public final class OnnxRuntime implements Engine {

    @Override
    public String name() {
        return "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion();
    }

    @Override
    public Session open(Task task) throws Exception {
        Path file = task.given().orElse(task.file("onnx"));
        if (!Files.exists(file)) {
            OnnxWriter.write(task.net(), task.weights(), task.samples(), file);
        }
        SessionOptions options = new SessionOptions();
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setExecutionMode(ExecutionMode.SEQUENTIAL);
        options.setIntraOpNumThreads(task.threads());
        options.setInterOpNumThreads(1);
        OrtSession model = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
        return new OnnxSession(model, task, Files.size(file), true);
    }
}
