package dev.pleat.benchmarks.dl4j;

import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.benchmarks.net.ChannelsFirst;
import dev.pleat.benchmarks.net.Shape;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A graph with an input array that is made once. */
final class GraphSession implements Session {
    private final ComputationGraph graph;
    private final Task task;
    private final boolean owner;
    private final INDArray input;
    private INDArray result;

    GraphSession(ComputationGraph graph, Task task, boolean owner) {
        this.graph = graph;
        this.task = task;
        this.owner = owner;
        Shape shape = task.net().input().shape();
        float[] images = ChannelsFirst.images(task.input(), shape, task.samples());
        input = Nd4j.create(images, ChannelsFirst.shape(shape, task.samples()), 'c');
    }

    @Override
    public String configuration() {
        return "ComputationGraph, batch norm folded; nd4j-native%s, oneDNN helpers and workspaces by default, %d OpenMP threads; input array made once"
                .formatted(System.getProperty("org.bytedeco.javacpp.platform.extension"), task.threads());
    }

    @Override
    public long modelBytes() {
        return 4 * task.net().parameters();
    }

    @Override
    public void predict() {
        result = graph.outputSingle(false, input);
    }

    @Override
    public float[] output() {
        predict();
        return result.dup('c').data().asFloat();
    }

    /** A graph is for one thread at a time: another thread needs a copy. */
    @Override
    public Session another() {
        return new GraphSession(graph.clone(), task, true);
    }

    @Override
    public void close() {
        input.close();
        if (owner) {
            graph.close();
        }
    }
}
