package dev.pleat.benchmarks.tflite;

import dev.pleat.benchmarks.engine.Engine;
import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.benchmarks.net.Folded;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.tensorflowlite.FlatBufferModel;

/** TensorFlow Lite with its delegate XNNPACK, from a given file or from one that is written from the network. */
public final class TensorFlowLite implements Engine {

    @Override
    public String name() {
        return "TensorFlow Lite 2.20.0, XNNPACK";
    }

    @Override
    public Session open(Task task) throws Exception {
        Path file = task.given().orElse(task.file("tflite"));
        if (task.given().isEmpty() && !Files.exists(file)) {
            TfliteWriter.write(Folded.of(task.net(), task.weights()), task.samples(), file);
        }
        FlatBufferModel model = FlatBufferModel.BuildFromFile(file.toString());
        if (model == null || model.isNull()) {
            throw new IllegalArgumentException(file + " is no model of TensorFlow Lite");
        }
        return new LiteSession(model, task, Files.size(file));
    }
}
