package io.jenkins.plugins.delivery.rehearsal.library;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One stack of a CloudFormation on this machine, which speaks the Query API (version 2010-05-15) to who asks it, in pages of one item.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/Welcome.html.
 */
final class CloudFormation implements AutoCloseable {
    private final HttpServer server;
    private final List<Map<String, String>> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile String status;
    private volatile String pending = "";

    /** @param status in which the stack is; empty where there is none */
    CloudFormation(String status) throws IOException {
        this.status = status;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The state of the stack; empty where there is none. */
    String status() {
        return status;
    }

    /** What was asked for under that name, in order, each with its parameters. */
    List<Map<String, String>> requests(String action) {
        return List.copyOf(requests).stream()
                .filter(request -> action.equals(request.get("Action")))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> request = new TreeMap<>();
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : form.split("&")) {
            String[] sides = pair.split("=", 2);
            request.put(decoded(sides[0]), sides.length < 2 ? "" : decoded(sides[1]));
        }
        requests.add(request);
        String action = request.getOrDefault("Action", "");
        String result = result(action, request);
        boolean refused = result.startsWith("refused: ");
        String body = refused
                ? "<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>" + result.substring(9)
                        + "</Message></Error></ErrorResponse>"
                : "<%1$sResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                        .formatted(action, result);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(refused ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private String result(String action, Map<String, String> request) {
        String page = request.getOrDefault("NextToken", "1");
        switch (action) {
            case "DescribeStacks":
                return status.isEmpty()
                        ? "refused: Stack with id shop does not exist"
                        : "<Stacks><member><StackName>shop</StackName><CreationTime>2026-01-31T12:00:00Z</CreationTime><StackStatus>"
                                + status + "</StackStatus></member></Stacks>";
            case "CreateChangeSet":
                return planned(request.get("ChangeSetType"));
            case "DescribeChangeSet":
                return "<StackName>shop</StackName><Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE</ExecutionStatus><Changes>"
                        + "<member><Type>Resource</Type><ResourceChange><Action>Add</Action><LogicalResourceId>Queue"
                        + page
                        + "</LogicalResourceId><ResourceType>AWS::SQS::Queue</ResourceType></ResourceChange></member></Changes>"
                        + following(page);
            case "ExecuteChangeSet":
                status = pending + "_COMPLETE";
                return "";
            case "DetectStackDrift":
                return "<StackDriftDetectionId>7</StackDriftDetectionId>";
            case "DescribeStackDriftDetectionStatus":
                return "<StackId>shop</StackId><StackDriftDetectionId>7</StackDriftDetectionId><DetectionStatus>DETECTION_COMPLETE</DetectionStatus>"
                        + "<Timestamp>2026-01-31T12:00:00Z</Timestamp>";
            case "DescribeStackResourceDrifts":
                return "<StackResourceDrifts><member><StackId>shop</StackId><LogicalResourceId>Queue" + page
                        + "</LogicalResourceId><ResourceType>AWS::SQS::Queue</ResourceType><StackResourceDriftStatus>MODIFIED</StackResourceDriftStatus>"
                        + "<Timestamp>2026-01-31T12:00:00Z</Timestamp></member></StackResourceDrifts>"
                        + following(page);
            case "ListStackResources":
                return "<StackResourceSummaries><member><LogicalResourceId>Table" + page
                        + "</LogicalResourceId><ResourceType>AWS::DynamoDB::Table</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus>"
                        + "<LastUpdatedTimestamp>2026-01-31T12:00:00Z</LastUpdatedTimestamp></member></StackResourceSummaries>"
                        + following(page);
            default:
                return "refused: there is no " + action;
        }
    }

    private static String following(String page) {
        return page.equals("1") ? "<NextToken>2</NextToken>" : "";
    }

    /** A stack that is planned for the first time is there from then on, in review. */
    private String planned(String type) {
        boolean exists = !status.isEmpty() && !status.equals("REVIEW_IN_PROGRESS");
        if (type.equals("CREATE") == exists) {
            return exists
                    ? "refused: Stack [shop] already exists and cannot be created again with the changeSet"
                    : "refused: Stack:shop is in " + status + " state and can not be updated.";
        }
        pending = type;
        status = exists ? status : "REVIEW_IN_PROGRESS";
        return "<Id>set</Id><StackId>shop</StackId>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
