package dev.pleat.benchmarks.net;

import java.util.List;

/** The networks that are measured, by the names of their annotated models. */
public final class Zoo {
    private static final List<String> NAMES = List.of(
            "DigitsMlp",
            "DigitsCnn",
            "Autoencoder",
            "KeywordSpotting",
            "VisualWakeWords",
            "ResNet8",
            "MobileNetV1",
            "MobileNetV2",
            "ResNet18",
            "ResNet50",
            "Vgg16");

    private Zoo() {}

    /** {@return the names of all networks, small ones first} */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns a network. A switch, since processes that measure an engine's start should take no time of their own: the
     * first lambda of a process takes milliseconds.
     *
     * @param name one of {@link #names}
     * @return the network
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Net net(String name) {
        return switch (name) {
            case "DigitsMlp" -> SmallNets.digitsMlp();
            case "DigitsCnn" -> SmallNets.digitsCnn();
            case "Autoencoder" -> SmallNets.autoencoder();
            case "KeywordSpotting" -> SmallNets.keywordSpotting();
            case "VisualWakeWords" -> SmallNets.visualWakeWords();
            case "ResNet8" -> SmallNets.resNet8();
            case "MobileNetV1" -> MobileNets.v1();
            case "MobileNetV2" -> MobileNets.v2();
            case "ResNet18" -> ResNets.resNet18();
            case "ResNet50" -> ResNets.resNet50();
            case "Vgg16" -> vgg16();
            default ->
                throw new IllegalArgumentException("there is no model '%s'; there are %s".formatted(name, names()));
        };
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
