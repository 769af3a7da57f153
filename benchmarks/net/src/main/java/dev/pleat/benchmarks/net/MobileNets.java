package dev.pleat.benchmarks.net;

/** The two MobileNets of full width, for images of 224 by 224, padded as in their TensorFlow originals. */
final class MobileNets {
    private static final double EPSILON = 1e-3;

    private MobileNets() {}

    static Net v1() {
        NetBuilder net = stem("MobileNetV1");
        int[] filters = {64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024};
        for (int b = 0; b < filters.length; b++) {
            String block = "b" + (b + 1);
            net.depthwise(block + "/depthwise", b == 1 || b == 3 || b == 5 || b == 11 ? 2 : 1, false)
                    .norm(block + "/depthwiseNorm", EPSILON)
                    .relu6(block + "/depthwiseRelu")
                    .conv(block + "/pointwise", filters[b], Window.valid(1, 1), false)
                    .norm(block + "/pointwiseNorm", EPSILON)
                    .relu6(block + "/pointwiseRelu");
        }
        return net.mean("pool").dense("logits", 1000).build();
    }

    static Net v2() {
        NetBuilder net = stem("MobileNetV2");
        // Expansion, filters, how many, stride of the first: table 2 of the paper.
        int[][] stages = {
            {1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}
        };
        int b = 1;
        for (int[] stage : stages) {
            for (int i = 0; i < stage[2]; i++) {
                inverted(net, "b" + b++, stage[0], stage[1], i == 0 ? stage[3] : 1);
            }
        }
        return net.conv("last", 1280, Window.valid(1, 1), false)
                .norm("lastNorm", EPSILON)
                .relu6("lastRelu")
                .mean("pool")
                .dense("logits", 1000)
                .build();
    }

    private static NetBuilder stem(String name) {
        NetBuilder net = new NetBuilder(name, "image", Shape.image(224, 224, 3));
        return net.conv("conv", 32, Window.same(net.last().shape(), 3, 3, 2), false)
                .norm("norm", EPSILON)
                .relu6("relu");
    }

    private static void inverted(NetBuilder net, String block, int expansion, int filters, int stride) {
        Node x = net.last();
        int channels = x.shape().channels();
        if (expansion > 1) {
            net.conv(block + "/expand", expansion * channels, Window.valid(1, 1), false)
                    .norm(block + "/expandNorm", EPSILON)
                    .relu6(block + "/expandRelu");
        }
        net.depthwise(block + "/depthwise", stride, false)
                .norm(block + "/depthwiseNorm", EPSILON)
                .relu6(block + "/depthwiseRelu")
                .conv(block + "/project", filters, Window.valid(1, 1), false)
                .norm(block + "/projectNorm", EPSILON);
        if (stride == 1 && channels == filters) {
            net.sum(block + "/sum", x, net.last());
        }
    }
}
