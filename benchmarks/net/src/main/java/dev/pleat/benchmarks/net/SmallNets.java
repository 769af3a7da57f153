package dev.pleat.benchmarks.net;

/** The networks that predict within a millisecond: digits and MLPerf Tiny. */
final class SmallNets {
    private static final double EPSILON = 1e-3;

    private SmallNets() {}

    static Net digitsMlp() {
        return new NetBuilder("DigitsMlp", "pixels", Shape.vector(784))
                .dense("hidden", 128)
                .relu("hidden.relu")
                .dense("digit", 10)
                .softmax("digit.softmax")
                .build();
    }

    static Net digitsCnn() {
        return new NetBuilder("DigitsCnn", "image", Shape.image(28, 28, 1))
                .conv("conv", 32, Window.valid(3, 1), true)
                .relu("conv.relu")
                .norm("norm", EPSILON)
                .maxPool("pool", Window.valid(2, 2))
                .flatten("flat")
                .dense("digit", 10)
                .softmax("digit.softmax")
                .build();
    }

    static Net autoencoder() {
        NetBuilder net = new NetBuilder("Autoencoder", "window", Shape.vector(640));
        for (String block : new String[] {"e1", "e2", "e3", "e4", "code", "d1", "d2", "d3", "d4"}) {
            net.dense(block + "/dense", block.equals("code") ? 8 : 128)
                    .norm(block + "/norm", EPSILON)
                    .relu(block + "/relu");
        }
        return net.dense("again", 640).build();
    }

    static Net keywordSpotting() {
        NetBuilder net = new NetBuilder("KeywordSpotting", "speech", Shape.image(49, 10, 1))
                .sameConv("conv", 64, 10, 4, 2)
                .norm("norm", EPSILON)
                .relu("relu");
        for (int b = 1; b <= 4; b++) {
            separable(net, "b" + b, 64, 1);
        }
        return net.mean("pool").dense("word", 12).softmax("word.softmax").build();
    }

    static Net visualWakeWords() {
        NetBuilder net = new NetBuilder("VisualWakeWords", "image", Shape.image(96, 96, 3))
                .sameConv("conv", 8, 3, 3, 2)
                .norm("norm", EPSILON)
                .relu("relu");
        int[] filters = {16, 32, 32, 64, 64, 128, 128, 128, 128, 128, 128, 256, 256};
        for (int b = 0; b < filters.length; b++) {
            separable(net, "b" + (b + 1), filters[b], b == 1 || b == 3 || b == 5 || b == 11 ? 2 : 1);
        }
        return net.mean("pool").dense("person", 2).softmax("person.softmax").build();
    }

    private static void separable(NetBuilder net, String block, int filters, int stride) {
        net.depthwise(block + "/depthwise", stride, true)
                .norm(block + "/depthwiseNorm", EPSILON)
                .relu(block + "/depthwiseRelu")
                .sameConv(block + "/pointwise", filters, 1, 1, 1)
                .norm(block + "/pointwiseNorm", EPSILON)
                .relu(block + "/pointwiseRelu");
    }

    static Net resNet8() {
        NetBuilder net = new NetBuilder("ResNet8", "image", Shape.image(32, 32, 3))
                .sameConv("conv", 16, 3, 3, 1)
                .norm("norm", EPSILON)
                .relu("relu");
        residual(net, "b1", 16, 1);
        residual(net, "b2", 32, 2);
        residual(net, "b3", 64, 2);
        return net.mean("pool").dense("label", 10).softmax("label.softmax").build();
    }

    private static void residual(NetBuilder net, String block, int filters, int stride) {
        Node x = net.last();
        Node main = net.sameConv(block + "/first", filters, 3, 3, stride)
                .norm(block + "/firstNorm", EPSILON)
                .relu(block + "/firstRelu")
                .sameConv(block + "/second", filters, 3, 3, 1)
                .norm(block + "/secondNorm", EPSILON)
                .last();
        Node shortcut = stride == 1
                ? x
                : net.from(x)
                        .conv(block + "/shortcut", filters, Window.valid(1, stride), true)
                        .last();
        net.sum(block + "/sum", shortcut, main).relu(block + "/relu");
    }
}
