package dev.pleat.benchmarks.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.benchmarks.net.ChannelsFirst;
import dev.pleat.benchmarks.net.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** A session whose input and output tensors are made once, over direct buffers. */
final class OnnxSession implements Session {
    private final OrtSession model;
    private final Task task;
    private final long bytes;
    private final boolean owner;
    private final FloatBuffer result;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    OnnxSession(OrtSession model, Task task, long bytes, boolean owner) throws OrtException {
        this.model = model;
        this.task = task;
        this.bytes = bytes;
        this.owner = owner;
        Shape in = task.net().input().shape();
        Shape out = task.net().output().shape();
        FloatBuffer input = direct(in.size() * task.samples());
        input.put(ChannelsFirst.images(task.input(), in, task.samples())).flip();
        result = direct(out.size() * task.samples());
        inputs = Map.of(task.net().input().name(), tensor(input, in));
        outputs = Map.of(task.net().output().name(), tensor(result, out));
    }

    private static FloatBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private OnnxTensor tensor(FloatBuffer values, Shape shape) throws OrtException {
        return OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), values, ChannelsFirst.shape(shape, task.samples()));
    }

    @Override
    public String configuration() {
        return "ONNX file, batch norm unfolded; ALL_OPT, sequential, %d intra-op threads, 1 inter-op; input and output tensors over direct buffers, made once"
                .formatted(task.threads());
    }

    @Override
    public long modelBytes() {
        return bytes;
    }

    @Override
    public void predict() throws OrtException {
        model.run(inputs, outputs).close();
    }

    @Override
    public float[] output() {
        float[] output = new float[result.capacity()];
        result.duplicate().rewind().get(output);
        return output;
    }

    @Override
    public Session another() throws OrtException {
        return new OnnxSession(model, task, bytes, false);
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        try {
            if (owner) {
                model.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
