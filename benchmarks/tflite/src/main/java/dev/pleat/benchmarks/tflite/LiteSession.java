package dev.pleat.benchmarks.tflite;

import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithXNNPACK;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;

/** An interpreter, whose input lies in its own memory. */
final class LiteSession implements Session {
    private static final int OK = 0;

    private final FlatBufferModel model;
    private final Task task;
    private final long bytes;
    private final Interpreter interpreter;

    LiteSession(FlatBufferModel model, Task task, long bytes) {
        this.model = model;
        this.task = task;
        this.bytes = bytes;
        InterpreterBuilder builder = new InterpreterBuilder(model, new BuiltinOpResolverWithXNNPACK());
        interpreter = new Interpreter((Pointer) null);
        check(builder.SetNumThreads(task.threads()), "SetNumThreads");
        check(builder.apply(interpreter), "building the interpreter");
        check(interpreter.AllocateTensors(), "AllocateTensors");
        float[] input = task.input();
        long expected = interpreter.input_tensor(0).bytes();
        if (expected != (long) input.length * Float.BYTES) {
            throw new IllegalArgumentException("the model's input has %d bytes, the network's %d"
                    .formatted(expected, (long) input.length * Float.BYTES));
        }
        interpreter.typed_input_tensor_float(0).put(input);
    }

    private static void check(int status, String what) {
        if (status != OK) {
            throw new IllegalStateException(what + " failed with status " + status);
        }
    }

    @Override
    public String configuration() {
        return (task.given().isPresent()
                        ? "the given file " + task.given().get().getFileName()
                        : ".tflite file, batch norm folded, activations fused")
                + "; XNNPACK delegate, " + task.threads() + " threads; input in the interpreter's memory";
    }

    @Override
    public long modelBytes() {
        return bytes;
    }

    @Override
    public void predict() {
        check(interpreter.Invoke(), "Invoke");
    }

    @Override
    public float[] output() {
        float[] output = new float[(int) (interpreter.output_tensor(0).bytes() / Float.BYTES)];
        try (FloatPointer result = interpreter.typed_output_tensor_float(0)) {
            result.get(output);
        }
        return output;
    }

    @Override
    public Session another() {
        return new LiteSession(model, task, bytes);
    }

    @Override
    public void close() {
        interpreter.close();
    }
}
