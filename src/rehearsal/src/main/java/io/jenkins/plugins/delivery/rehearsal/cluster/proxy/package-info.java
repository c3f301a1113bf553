/**
 * Real HTTP traffic: a proxy that splits it as Services, Ingresses, HTTPRoutes and the objects of meshes say, a pump that plays the users, and
 * counters of what happened.
 *
 * <p>From outside: {@link io.jenkins.plugins.delivery.rehearsal.cluster.proxy.Fronts}, {@link
 * io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficPump}, {@link
 * io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficReport}, {@link
 * io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficFaults}.
 */
package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;
