package dev.pleat.benchmarks.pytorch;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.benchmarks.net.ChannelsFirst;

/** A module with an input tensor that is made once. */
final class TorchSession implements Session {
    private final Model model;
    private final PtSymbolBlock block;
    private final Task task;
    private final long bytes;
    private final boolean owner;
    private final NDManager manager;
    private final IValue input;

    TorchSession(Model model, PtSymbolBlock block, Task task, long bytes, boolean owner) {
        this.model = model;
        this.block = block;
        this.task = task;
        this.bytes = bytes;
        this.owner = owner;
        manager = model.getNDManager().newSubManager();
        dev.pleat.benchmarks.net.Shape shape = task.net().input().shape();
        float[] images = ChannelsFirst.images(task.input(), shape, task.samples());
        NDArray array = manager.create(images, new Shape(ChannelsFirst.shape(shape, task.samples())));
        input = IValue.from((PtNDArray) array);
    }

    @Override
    public String configuration() {
        return "TorchScript as after freezing: batch norm folded, relu in place; evaluation mode, no gradients, %d threads; input tensor made once"
                .formatted(task.threads());
    }

    @Override
    public long modelBytes() {
        return bytes;
    }

    @Override
    public void predict() {
        block.forward(input).close();
    }

    @Override
    public float[] output() {
        try (IValue result = block.forward(input);
                NDArray tensor = result.toTensor((PtNDManager) manager)) {
            return tensor.toFloatArray();
        }
    }

    @Override
    public Session another() {
        return new TorchSession(model, block, task, bytes, false);
    }

    @Override
    public void close() {
        input.close();
        manager.close();
        if (owner) {
            model.close();
        }
    }
}
