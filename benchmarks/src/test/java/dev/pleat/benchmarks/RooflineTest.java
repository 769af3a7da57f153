package dev.pleat.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pleat.benchmarks.net.Net;
import dev.pleat.benchmarks.net.NetBuilder;
import dev.pleat.benchmarks.net.Node;
import dev.pleat.benchmarks.net.Shape;
import dev.pleat.benchmarks.net.Window;
import dev.pleat.benchmarks.net.Zoo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What arithmetic and memory allow, on a machine of round numbers. */
final class RooflineTest {
    private final Machine machine =
            new Machine(100, new TreeMap<>(Map.of(1L << 15, 200.0, 1L << 20, 100.0, 1L << 28, 10.0)));

    @Test
    void convolutionsAreBoundByArithmetic() {
        Net net = new NetBuilder("net", "x", Shape.image(10, 10, 100))
                .conv("y", 100, Window.padded(3, 1, 1), true)
                .build();
        Roofline roofline = Roofline.of(machine, net);

        // 10 · 10 · 100 · 900 multiply-adds at 100 GFLOP/s.
        assertThat(roofline.micros(List.of(net.output()))).isCloseTo(180, within(1e-9));
        assertThat(roofline.micros(net)).isCloseTo(180, within(1e-9));
    }

    @Test
    void denseLayersAreBoundByTheMemoryThatHoldsAllWeights() {
        Net net = new NetBuilder("net", "x", Shape.vector(1000))
                .dense("y", 1000)
                .dense("z", 10)
                .build();
        Node y = net.nodes().get(1);

        // 4 · 1001 · 1000 bytes of weights are more than 1 MiB, so 10 GB/s; input and output of 8000 bytes 200 GB/s.
        assertThat(Roofline.of(machine, net).micros(List.of(y))).isCloseTo(400.4 + 0.04, within(1e-9));
    }

    @Test
    void theSlowestMemoryServesWhatIsLargerStill() {
        assertThat(machine.gigabytes(1L << 40)).isEqualTo(10);
        assertThat(machine.gigabytes(1)).isEqualTo(200);
    }

    @Test
    void theBetterOfTwoMeasurementsCounts() {
        Machine disturbed = new Machine(60, new TreeMap<>(Map.of(1L << 15, 0.5, 1L << 20, 110.0, 1L << 28, 9.0)));

        assertThat(machine.or(disturbed))
                .isEqualTo(disturbed.or(machine))
                .isEqualTo(new Machine(100, new TreeMap<>(Map.of(1L << 15, 200.0, 1L << 20, 110.0, 1L << 28, 10.0))));
    }

    @Test
    void stepsGetTheNodesBetweenThem() {
        Map<String, Double> times = new LinkedHashMap<>();
        for (String step : List.of("relu", "b1/firstRelu", "b1/relu", "b2/firstRelu", "b2/secondNorm", "b2/relu")) {
            times.put(step, 1.0);
        }
        times.put("label#linear", 2.0);
        times.put("label", 3.0);

        List<Layer> layers = Layer.assign(Zoo.net("ResNet8"), times);

        assertThat(layers.get(0).nodes()).extracting(Node::name).containsExactly("conv", "norm", "relu");
        assertThat(layers.get(2).nodes())
                .extracting(Node::name)
                .containsExactly("b1/second", "b1/secondNorm", "b1/sum", "b1/relu");
        assertThat(layers.get(5).nodes()).extracting(Node::name).containsExactly("b2/shortcut", "b2/sum", "b2/relu");
        Layer last = layers.get(6);
        assertThat(last.micros()).isEqualTo(5);
        assertThat(last.nodes()).extracting(Node::name).endsWith("label", "label.softmax");
        long all = layers.stream().mapToLong(Layer::multiplyAdds).sum();
        assertThat(all).isEqualTo(Zoo.net("ResNet8").multiplyAdds());
    }
}
