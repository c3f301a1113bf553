/** What builds this workspace: 'maven', 'gradle', 'npm', 'python' or 'go'. */
String call() {
    return deliveryWorkspace().tool
}

/** How the tool is called on this agent: by its wrapper where there is one. */
String command(String tool) {
    return deliveryWorkspace(tool: tool).command
}
