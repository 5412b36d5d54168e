import "./page-frame.css";
import { Component, type ReactNode, Suspense } from "react";
import { Button } from "react-aria-components";
import type { PageEntry } from "../pages/registry.ts";

/** Loads a page's code and shows it. What goes wrong inside one page is said there and leaves the others alone. */
export function PageFrame({ page }: { readonly page: PageEntry }) {
  return (
    <PageFault name={page.label}>
      <Suspense
        fallback={
          <p className="page-loading" role="status">
            Opening {page.label.toLowerCase()}…
          </p>
        }
      >
        <page.Component />
      </Suspense>
    </PageFault>
  );
}

interface FaultProps {
  readonly name: string;
  readonly children: ReactNode;
}

class PageFault extends Component<FaultProps, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <div className="page-fault" role="alert">
        <h2>{this.props.name} cannot be shown</h2>
        <p>{this.state.error.message}</p>
        <Button className="primary" onPress={() => this.setState({ error: undefined })}>
          Try again
        </Button>
      </div>
    );
  }
}
