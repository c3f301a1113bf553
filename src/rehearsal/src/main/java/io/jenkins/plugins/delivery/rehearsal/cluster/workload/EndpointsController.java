package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointAddressBuilder;
import io.fabric8.kubernetes.api.model.EndpointSubsetBuilder;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.EndpointsBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Keeps Endpoints and one EndpointSlice for each Service: the pods that it selects, and which of them are ready. */
final class EndpointsController {
    private static final String NAME = "endpoint-controller";
    private final ClusterObjects objects;

    EndpointsController(ClusterObjects objects) {
        this.objects = objects;
    }

    void reconcile() {
        List<Pod> pods = objects.list(Pod.class);
        for (Service service : objects.list(Service.class)) {
            if (service.getSpec().getSelector() != null
                    && !service.getSpec().getSelector().isEmpty()) {
                List<Pod> selected = ServiceEndpoints.selected(service, pods);
                slice(service, selected);
                endpoints(service, selected);
            }
        }
    }

    private void slice(Service service, List<Pod> pods) {
        String name = service.getMetadata().getName() + "-endpoints";
        EndpointSliceBuilder wanted = new EndpointSliceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(service.getMetadata().getNamespace())
                .addToLabels("kubernetes.io/service-name", service.getMetadata().getName())
                .addToLabels("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io")
                .withOwnerReferences(Owners.reference(service))
                .endMetadata()
                .withAddressType("IPv4")
                .withEndpoints(pods.stream().map(EndpointsController::endpoint).toList());
        for (ServicePort port : service.getSpec().getPorts()) {
            target(port, pods).ifPresent(number -> wanted.addNewPort()
                    .withName(port.getName() == null ? "" : port.getName())
                    .withPort(number)
                    .withProtocol(port.getProtocol())
                    .endPort());
        }
        EndpointSlice slice = wanted.build();
        Optional<EndpointSlice> live =
                objects.get(EndpointSlice.class, service.getMetadata().getNamespace(), name);
        if (live.isEmpty()) {
            objects.create(NAME, slice);
        } else if (!Objects.equals(live.get().getEndpoints(), slice.getEndpoints())
                || !Objects.equals(live.get().getPorts(), slice.getPorts())) {
            objects.modify(NAME, live.get(), old -> new EndpointSliceBuilder(old)
                    .withEndpoints(slice.getEndpoints())
                    .withPorts(slice.getPorts())
                    .build());
        }
    }

    private static Endpoint endpoint(Pod pod) {
        boolean ready = PodReadiness.readySince(pod).isPresent();
        boolean terminating = Owners.isMarked(pod);
        return new EndpointBuilder()
                .withAddresses(pod.getStatus().getPodIP())
                .withNewConditions()
                .withReady(ready && !terminating)
                .withServing(ready)
                .withTerminating(terminating)
                .endConditions()
                .withNodeName(pod.getSpec().getNodeName())
                .withNewTargetRef()
                .withKind("Pod")
                .withName(pod.getMetadata().getName())
                .withNamespace(pod.getMetadata().getNamespace())
                .withUid(pod.getMetadata().getUid())
                .endTargetRef()
                .build();
    }

    private void endpoints(Service service, List<Pod> pods) {
        String name = service.getMetadata().getName();
        List<EndpointAddress> ready = pods.stream()
                .filter(PodReadiness::isReady)
                .map(EndpointsController::address)
                .toList();
        List<EndpointAddress> notReady = pods.stream()
                .filter(pod -> !PodReadiness.isReady(pod) && !Owners.isMarked(pod))
                .map(EndpointsController::address)
                .toList();
        EndpointSubsetBuilder subset =
                new EndpointSubsetBuilder().withAddresses(ready).withNotReadyAddresses(notReady);
        for (ServicePort port : service.getSpec().getPorts()) {
            target(port, pods).ifPresent(number -> subset.addNewPort()
                    .withName(port.getName())
                    .withPort(number)
                    .withProtocol(port.getProtocol())
                    .endPort());
        }
        Endpoints wanted = new EndpointsBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(service.getMetadata().getNamespace())
                .withOwnerReferences(Owners.reference(service))
                .endMetadata()
                .withSubsets(ready.isEmpty() && notReady.isEmpty() ? List.of() : List.of(subset.build()))
                .build();
        Optional<Endpoints> live =
                objects.get(Endpoints.class, service.getMetadata().getNamespace(), name);
        if (live.isEmpty()) {
            objects.create(NAME, wanted);
        } else if (!Objects.equals(live.get().getSubsets(), wanted.getSubsets())) {
            objects.modify(NAME, live.get(), old -> new EndpointsBuilder(old)
                    .withSubsets(wanted.getSubsets())
                    .build());
        }
    }

    private static EndpointAddress address(Pod pod) {
        return new EndpointAddressBuilder()
                .withIp(pod.getStatus().getPodIP())
                .withNodeName(pod.getSpec().getNodeName())
                .withNewTargetRef()
                .withKind("Pod")
                .withName(pod.getMetadata().getName())
                .withNamespace(pod.getMetadata().getNamespace())
                .withUid(pod.getMetadata().getUid())
                .endTargetRef()
                .build();
    }

    private static Optional<Integer> target(ServicePort port, List<Pod> pods) {
        OptionalInt number = pods.stream()
                .map(pod -> containerPort(pod, port.getTargetPort()))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    static OptionalInt containerPort(Pod pod, IntOrString target) {
        if (target.getIntVal() != null) {
            return OptionalInt.of(target.getIntVal());
        }
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .filter(port -> target.getStrVal().equals(port.getName()))
                .mapToInt(ContainerPort::getContainerPort)
                .findFirst();
    }
}
