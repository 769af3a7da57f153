package dev.pleat.benchmarks.tensorflow;

import dev.pleat.benchmarks.engine.Engine;
import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.benchmarks.net.Folded;
import org.tensorflow.Graph;
import org.tensorflow.proto.ConfigProto;

/** TensorFlow through its Java API, from a graph of constants. */
public final class TensorFlow implements Engine {

    @Override
    public String name() {
        return "TensorFlow " + org.tensorflow.TensorFlow.version();
    }

    @Override
    public Session open(Task task) {
        Graph graph = new Graph();
        Folded folded = Folded.of(task.net(), task.weights());
        GraphWriter writer = new GraphWriter(graph, folded, task.samples());
        ConfigProto config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(task.threads())
                .setInterOpParallelismThreads(1)
                .build();
        return new GraphSession(graph, new org.tensorflow.Session(graph, config), writer.output(), task, true);
    }
}
