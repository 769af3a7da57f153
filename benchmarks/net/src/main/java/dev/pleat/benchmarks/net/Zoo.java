package dev.pleat.benchmarks.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The networks that are measured, by the names of their annotated models. */
public final class Zoo {
    private static final Map<String, Supplier<Net>> NETS = new LinkedHashMap<>();

    static {
        NETS.put("DigitsMlp", SmallNets::digitsMlp);
        NETS.put("DigitsCnn", SmallNets::digitsCnn);
        NETS.put("Autoencoder", SmallNets::autoencoder);
        NETS.put("KeywordSpotting", SmallNets::keywordSpotting);
        NETS.put("VisualWakeWords", SmallNets::visualWakeWords);
        NETS.put("ResNet8", SmallNets::resNet8);
        NETS.put("MobileNetV1", MobileNets::v1);
        NETS.put("MobileNetV2", MobileNets::v2);
        NETS.put("ResNet18", ResNets::resNet18);
        NETS.put("ResNet50", ResNets::resNet50);
        NETS.put("Vgg16", Zoo::vgg16);
    }

    private Zoo() {}

    /** {@return the names of all networks, small ones first} */
    public static List<String> names() {
        return new ArrayList<>(NETS.keySet());
    }

    /**
     * Returns a network.
     *
     * @param name one of {@link #names}
     * @return the network
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Net net(String name) {
        Supplier<Net> net = NETS.get(name);
        if (net == null) {
            throw new IllegalArgumentException("there is no model '%s'; there are %s".formatted(name, names()));
        }
        return net.get();
    }

    private static Net vgg16() {
        NetBuilder net = new NetBuilder("Vgg16", "image", Shape.image(224, 224, 3));
        int[][] stages = {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}};
        for (int s = 0; s < stages.length; s++) {
            for (int c = 0; c < stages[s][1]; c++) {
                String block = "c" + (s + 1) + (c + 1);
                net.conv(block + "/conv", stages[s][0], Window.padded(3, 1, 1), true)
                        .norm(block + "/norm", 1e-5)
                        .relu(block + "/relu");
            }
            net.maxPool("pool" + (s + 1), Window.valid(2, 2));
        }
        net.flatten("flat").dense("fc1", 4096).relu("fc1.relu");
        return net.dense("fc2", 4096).relu("fc2.relu").dense("logits", 1000).build();
    }
}
