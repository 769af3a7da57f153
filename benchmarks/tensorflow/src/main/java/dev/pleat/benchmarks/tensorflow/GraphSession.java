package dev.pleat.benchmarks.tensorflow;

import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** A session with an input tensor that is made once. */
final class GraphSession implements Session {
    private final Graph graph;
    private final org.tensorflow.Session session;
    private final String result;
    private final Task task;
    private final boolean owner;
    private final TFloat32 input;

    GraphSession(Graph graph, org.tensorflow.Session session, String result, Task task, boolean owner) {
        this.graph = graph;
        this.session = session;
        this.result = result;
        this.task = task;
        this.owner = owner;
        long[] shape = GraphWriter.shape(task.net().input().shape(), task.samples());
        input = TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(task.input()));
    }

    @Override
    public String configuration() {
        return "frozen graph, batch norm folded, as after optimization for inference; oneDNN and grappler by default; %d intra-op threads, 1 inter-op; input tensor made once"
                .formatted(task.threads());
    }

    @Override
    public long modelBytes() {
        return 4 * task.net().parameters();
    }

    private Result run() {
        return session.runner().feed(GraphWriter.INPUT, input).fetch(result).run();
    }

    @Override
    public void predict() {
        run().close();
    }

    @Override
    public float[] output() {
        float[] output = new float[task.net().output().shape().size() * task.samples()];
        try (Result results = run()) {
            ((TFloat32) results.get(0)).asRawTensor().data().asFloats().read(output);
        }
        return output;
    }

    @Override
    public Session another() {
        return new GraphSession(graph, session, result, task, false);
    }

    @Override
    public void close() {
        input.close();
        if (owner) {
            session.close();
            graph.close();
        }
    }
}
